"""Over the Spring Festival of 2020 and the leap day each deadline passes at its midnight.

A second before it nothing passes, and at it everything does once, by the clock of the office.
"""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

import pytest

from domain.aggregates import CODEC
from domain.calendar import OFFICE_ZONE, start_of_day
from domain.case.case import CASE
from domain.case.intake.commands import RequestCorrection
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode
from domain.case.stage import Stage
from domain.clocks.clock import Clock
from domain.event_store.transaction import Connection
from projections.caseload.queries import queue
from tests.kit.life import CLERK, TIMEKEEPER
from tests.kit.offices import open_office
from tests.kit.projected import project
from workers import timekeeper

ASK: Final = RequestCorrection(defects=(Defect("id_back", DefectCode.EXPIRED),))
A_SECOND: Final = timedelta(seconds=1)


def at(month: int, day: int, hour: int = 10) -> datetime:
    return datetime(2020, month, day, hour, tzinfo=OFFICE_ZONE)


class Passing(NamedTuple):
    """``service`` is applied for ``at``, and when its day is over the case stands at ``stage``."""

    service: str
    at: datetime
    asks: bool
    over: datetime
    stage: Stage


def midnight_after(month: int, day: int) -> datetime:
    return start_of_day(datetime(2020, month, day, tzinfo=OFFICE_ZONE).date() + timedelta(days=1))


CONTACT: Final = "vehicle_contact_change"
PASSINGS: Final = (
    # 15 working days: 19 January was one, and the festival lasts from the 24th to 2 February.
    Passing(CONTACT, at(1, 17), True, midnight_after(2, 14), Stage.LAPSED),
    # 1 February was to be worked, until the holiday was prolonged.
    Passing(CONTACT, at(1, 22), False, midnight_after(2, 6), Stage.ACCEPTED),
    # The leap day is a Saturday.
    Passing(CONTACT, at(2, 24), False, midnight_after(3, 2), Stage.ACCEPTED),
    Passing(CONTACT, at(2, 29), False, midnight_after(3, 6), Stage.ACCEPTED),
    Passing(CONTACT, at(2, 7), True, midnight_after(2, 28), Stage.LAPSED),
    # Twenty-four hours are hours, on a leap day and over a new month too.
    Passing("plate_reissue", at(2, 28, 15), False, at(2, 29, 15), Stage.LAPSED),
    Passing("plate_reissue", at(2, 29, 23), False, at(3, 1, 23), Stage.LAPSED),
)


@pytest.mark.parametrize("told", PASSINGS, ids=lambda told: f"{told.service} {told.at:%m-%d %H}")
async def test_it_passes_at_its_instant_and_once(
    database_url: str, connection: Connection, told: Passing
) -> None:
    async with open_office(database_url) as office:
        office.now = told.at
        case = (await office.submit(told.service, 1)).stream
        if told.asks:
            await office.do(case, CLERK, ASK)
        await project(database_url)

        async def passed(now: datetime) -> int:
            office.now = now
            return await timekeeper.pass_deadlines(connection, CODEC, office.door, now)

        assert await passed(told.over - A_SECOND) == 0
        assert await passed(told.over) == 1
        opened, _ = await office.door.open(CASE, case, TIMEKEEPER)
        assert opened.state.stage is told.stage
        version = opened.version
        await project(database_url)
        assert await passed(told.over + A_SECOND) == 0
        opened, _ = await office.door.open(CASE, case, TIMEKEEPER)
        assert opened.version == version


@pytest.mark.parametrize(
    ("submitted", "accept_by"),
    [
        (at(1, 17), "2020-01-19"),
        (at(1, 23), "2020-02-03"),
        (at(1, 31), "2020-02-03"),
        (at(2, 28), "2020-03-02"),
        (at(2, 29), "2020-03-02"),
    ],
)
async def test_what_the_office_has_to_do_is_due_on_a_day_that_is_worked(
    database_url: str, connection: Connection, submitted: datetime, accept_by: str
) -> None:
    async with open_office(database_url) as office:
        office.now = submitted
        await office.submit(CONTACT, 1)
        await project(database_url)
        (entry,) = await queue(connection, ["410100"], stages=None)
        assert (entry.due_clock, str(entry.due_on)) == (Clock.ACCEPT_1, accept_by)
