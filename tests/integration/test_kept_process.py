"""A process beside ours is started again when it ends, and ends together with ours."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import psutil
import pytest

from cheguan import kept_process
from cheguan.children import running
from cheguan.kept_process import NeverBegan, Ours, keep_up
from tests.kit.waiting import until


def _children() -> Sequence[psutil.Process]:
    return [each for each in psutil.Process().children() if "cheguan" in each.cmdline()]


async def test_one_that_is_killed_comes_back_and_all_end_together(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_process, "AGAIN_S", 0.01)
    surroundings = {"DATABASE_URL": database_url, "CHEGUAN_DATA": str(tmp_path)}
    async with running([Ours(("work", "projector", "--with-parent"), surroundings)]):

        async def one() -> bool:
            return len(_children()) == 1

        await until(one)
        (first,) = _children()
        first.kill()

        async def another() -> bool:
            return [each.pid for each in _children()] not in ([], [first.pid])

        await until(another)
    assert _children() == []


async def test_one_that_is_refused_at_first_is_not_tried_for_ever(tmp_path: Path) -> None:
    wrong = Ours(("work", "relay"), {"CHEGUAN_DATA": str(tmp_path), "KAFKA_BOOTSTRAP_SERVERS": ""})
    with pytest.raises(NeverBegan):
        await keep_up(wrong, asyncio.Event())
