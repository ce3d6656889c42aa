"""The timekeeper reaches every case, however many before it refuse for ever."""

from datetime import timedelta

import pytest

from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.grounds import Hold
from domain.case.intake.commands import RequestCorrection, SupplyCorrection
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode
from domain.case.overlays.commands import ReleaseHold, SetHold, WithdrawCase
from domain.case.stage import Stage
from domain.event_store.log import last_position
from domain.event_store.transaction import Connection
from domain.services.choices import DocumentKind
from domain.services.facts import Paper
from projections.timers.queries import run_out
from tests.kit.life import CLERK, LEADER, TIMEKEEPER
from tests.kit.offices import CITIZEN, open_office
from tests.kit.projected import project
from workers import timekeeper


async def test_on_the_morning_of_its_end_a_relief_takes_nothing_away(
    database_url: str, connection: Connection
) -> None:
    """A correction is asked for on the 2nd of March, and a relief runs from the 4th to 2 April."""
    async with open_office(database_url) as office:
        case = (await office.submit("vehicle_contact_change", 1)).stream
        asked = RequestCorrection(defects=(Defect("id_back", DefectCode.EXPIRED),))
        await office.do(case, CLERK, asked)
        office.now += timedelta(days=2)
        await office.do(case, LEADER, SetHold(kind=Hold.RELIEF))
        office.now += timedelta(days=29)
        await project(database_url)
        assert await run_out(connection, "anybody", office.now) == []
        await office.do(case, LEADER, ReleaseHold(kind=Hold.RELIEF))
        await project(database_url)
        assert await timekeeper.pass_deadlines(connection, CODEC, office.door, office.now) == 0
        paper = Paper(DocumentKind.ID_BACK, f"{1:064x}")
        await office.do(case, CITIZEN, SupplyCorrection(papers=(paper,)))
        opened, _ = await office.door.open(CASE, case, TIMEKEEPER)
        assert opened.state.stage is Stage.SUBMITTED


async def test_cases_that_always_refuse_do_not_hide_the_others(
    database_url: str, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timekeeper, "PAGE", 1)
    async with open_office(database_url) as office:
        cases = [(await office.submit("plate_reissue", number)).stream for number in range(1, 6)]
        await project(database_url)
        for case in cases[:3]:
            await office.do(case, CITIZEN, WithdrawCase())
        later = office.now = office.now + timedelta(hours=25)
        assert await timekeeper.pass_deadlines(connection, CODEC, office.door, later) == 2
        for case in cases[3:]:
            opened, _ = await office.door.open(CASE, case, TIMEKEEPER)
            assert opened.state.stage is Stage.LAPSED
        assert await timekeeper.pass_deadlines(connection, CODEC, office.door, later) == 2


async def test_deadlines_that_have_run_out_pass_together_and_share_commits(
    database_url: str, connection: Connection
) -> None:
    async with open_office(database_url) as office:
        for number in range(1, 9):
            await office.submit("plate_reissue", number)
        await project(database_url)
        before, later = await last_position(connection), office.now + timedelta(hours=25)
        office.now = later
        assert await timekeeper.pass_deadlines(connection, CODEC, office.door, later) == 8
    cursor = await connection.execute(
        "SELECT count(DISTINCT xmin::text) FROM stored_events WHERE notification_id > %s",
        (before,),
    )
    assert 0 < (await cursor.fetchall())[0][0] < 8
