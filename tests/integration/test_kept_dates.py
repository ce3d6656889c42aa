"""``cheguan clocks kept``: of the days told at submission, how many were kept, by service."""

import asyncio
import json
from datetime import date, timedelta

import pytest
from typer.testing import CliRunner

from cheguan import clocks_cli
from cheguan.wall_clock import wall_clock
from domain.calendar import local_day
from domain.event_store.connection import connect
from projections.expected.kept import KeptDates, kept_dates
from projections.expected.queries import samples, told
from projections.expected.row import WHOLE
from tests.kit.histories import contact_changed, contact_withdrawn
from tests.kit.projected import filled, project

SERVICE = "vehicle_contact_change"
ZHENGZHOU, LUOYANG = "410100", "410300"


async def twelve_changed_each_day(url: str, first: date) -> None:
    """Three days of twelve, and one who withdraws."""
    begins = wall_clock() - timedelta(days=(local_day(wall_clock()) - first).days)
    lives = [
        contact_changed(12 * day + number, begins + timedelta(days=day))
        for day in range(3)
        for number in range(1, 13)
    ]
    lives.append(contact_withdrawn(99, begins + timedelta(days=2)))
    await filled(url, lives)
    await project(url)


async def kept(url: str, first: date) -> list[KeptDates]:
    connection = await connect(url)
    try:
        today = local_day(wall_clock())
        known = await samples(connection, SERVICE, first, today, office=ZHENGZHOU)
        assert told(known, WHOLE, ZHENGZHOU, first) is None, "nobody had come before"
        expected = told(known, WHOLE, ZHENGZHOU, first + timedelta(days=2))
        assert expected is not None
        assert told(known, WHOLE, LUOYANG, first + timedelta(days=2)) == expected
        assert await samples(connection, "inspection_booking", first, today) == {}
        return list(await kept_dates(connection, first, first + timedelta(days=2), today))
    finally:
        await connection.close()


def test_what_was_told_at_submission_is_compared_with_what_became_of_it(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    first = local_day(wall_clock()) - timedelta(days=20)
    asyncio.run(twelve_changed_each_day(database_url, first))
    (found,) = asyncio.run(kept(database_url, first))
    assert found.service == SERVICE
    assert (found.told + found.untold, found.waiting) == (36, 0), "who withdrew is not among them"
    assert found.untold >= 12
    assert found.share == 1.0
    days = ("--first", first.isoformat(), "--last", (first + timedelta(days=2)).isoformat())
    said = CliRunner().invoke(clocks_cli.app, ["kept", *days])
    assert said.exit_code == 0
    assert "100.0%" in said.output
    lines = json.loads(CliRunner().invoke(clocks_cli.app, ["kept", *days, "--json"]).output)
    assert [each["service"] for each in lines] == [SERVICE, ""]
    assert lines[0]["told"] == found.told
    assert CliRunner().invoke(clocks_cli.app, ["kept", *days[2:], *days[:2]]).exit_code == 0
    wrong = ("--first", "2020-03-02", "--last", "2020-03-01")
    assert CliRunner().invoke(clocks_cli.app, ["kept", *wrong]).exit_code == 2
