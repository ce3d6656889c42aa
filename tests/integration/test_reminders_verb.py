"""``cheguan clocks reminders``: how many will be reminded and were, and nobody's name."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cheguan import clocks_cli
from cheguan.wall_clock import wall_clock
from domain.calendar import local_day
from tests.kit.reminded import enter_licence, gone_round
from tests.kit.served import served


async def one_reminded_and_two_to_come(url: str, folder: Path) -> None:
    """The one whose renewal opens in a month is out of the fortnight."""
    today = local_day(wall_clock())
    async with served(url, folder, clock=wall_clock) as service:
        for number, days in ((b"1", 60), (b"2", 95), (b"3", 100), (b"4", 120)):
            until = today + timedelta(days=days)
            await enter_licence(service, number, valid_until=until, years=6)
        assert await gone_round(service, wall_clock()) == 1
        await service.fold()


def test_they_are_counted_by_what_they_are_of(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    asyncio.run(one_reminded_and_two_to_come(database_url, tmp_path))
    asked = ["reminders", "--days", "14"]
    result = CliRunner().invoke(clocks_cli.app, [*asked, "--json"])
    lines: list[dict[str, Any]] = json.loads(result.output)
    renewal = next(each for each in lines if each["topic"] == "renewal")
    assert renewal == {
        "topic": "renewal",
        "coming": 2,
        "put_off": 0,
        "given": 1,
        "reachable": 0,
        "dropped": 0,
    }
    assert "驾驶证期满换证" in CliRunner().invoke(clocks_cli.app, asked).output
