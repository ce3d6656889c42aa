"""``cheguan clocks due``: what is due, by clock and day."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import pytest
from typer.testing import CliRunner

from cheguan import clocks_cli
from cheguan.wall_clock import wall_clock
from domain.calendar import local_day
from domain.case.intake.commands import RequestCorrection
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode
from domain.clocks.clock import Clock
from tests.kit.life import CLERK
from tests.kit.offices import open_office
from tests.kit.projected import project


def told(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(clocks_cli.app, ["due", *words])
    return result.exit_code, result.output


async def one_unpaid_one_to_accept_and_one_to_correct(url: str) -> None:
    async with open_office(url) as office:
        office.now = wall_clock() - timedelta(days=3)
        await office.submit("plate_reissue", 1)
        office.now = wall_clock()
        await office.submit("vehicle_contact_change", 2)
        case = (await office.submit("vehicle_contact_change", 3)).stream
        asked = RequestCorrection(defects=(Defect("id_back", DefectCode.EXPIRED),))
        await office.do(case, CLERK, asked)
    await project(url)


def test_what_is_due_is_listed_by_clock_and_day(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    asyncio.run(one_unpaid_one_to_accept_and_one_to_correct(database_url))
    code, words = told("--json", "--days", "60")
    found: dict[str, Any] = json.loads(words)
    assert found["today"] == local_day(wall_clock()).isoformat()
    lines = {each["clock"]: each for each in found["due"]}
    assert code == 1, "a timer lies behind, and nobody has let it pass"
    assert lines[Clock.PAY_HOLD] == {
        "clock": "PAY_HOLD",
        "on": local_day(wall_clock() - timedelta(days=2)).isoformat(),
        "standing": "overdue",
        "by_itself": True,
        "streams": 1,
    }
    assert lines[Clock.CORRECTION_REPLY]["by_itself"]
    assert not lines[Clock.ACCEPT_1]["by_itself"]
    assert lines[Clock.CORRECTION_NOTICE]["standing"] == "ahead"
    shown = told("--days", "60")[1]
    for word in ("PAY_HOLD", "overdue", "the office", "缴纳费用"):
        assert word in shown


def test_nothing_is_due(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    code, words = told()
    assert code == 0
    assert "Nothing is due" in words
