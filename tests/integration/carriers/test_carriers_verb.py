"""``cheguan carriers status``: whoever runs the service sees who is silent, and about what."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cheguan import carriers_cli
from tests.kit.carriers import carriers_and_service


def told() -> tuple[int, str]:
    result = CliRunner().invoke(carriers_cli.app, ["status"])
    return result.exit_code, result.output


async def _given(url: str, folder: Path, count: int, ago: timedelta) -> list[str]:
    """So many parcels were handed over so long ago, and nothing was heard of them."""
    async with carriers_and_service(url, folder) as post:
        post.office.now = datetime.now(UTC) - ago
        cases = [await post.posted() for _ in range(count)]
        await post.office.service.fold()
        return [(await post.parcel(case)).item_no for case in cases]


def test_a_silent_carrier_and_its_parcels_are_named(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert told()[0] == 0
    numbers = asyncio.run(_given(database_url, tmp_path, 3, timedelta(hours=23)))
    code, words = told()
    assert code == 1
    assert "silent: asked last" in words
    monkeypatch.setenv("CHEGUAN_CARRIER_SILENCE_S", "3600")
    code, words = told()
    assert code == 1
    assert all(number in words for number in numbers)
