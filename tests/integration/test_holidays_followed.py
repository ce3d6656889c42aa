"""The notice of next year comes, and the worker moves what was counted without it."""

from datetime import date, datetime, timedelta
from uuid import UUID

from domain.calendar import OFFICE_ZONE, Calendar
from domain.case.case import CASE
from domain.case.deadlines.days import days
from domain.case.intake.commands import AcceptCase, RequestCorrection
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode
from domain.clocks.clock import Clock
from domain.event_store.transaction import Connection
from domain.holidays import LAST_YEAR, HolidayNotice, Published
from tests.kit.life import CLERK, TIMEKEEPER
from tests.kit.offices import OpenOffice, open_office
from tests.kit.projected import project
from workers import holidays

NEW_YEAR = date(LAST_YEAR + 1, 1, 1)
NOTICE = HolidayNotice(
    year=NEW_YEAR.year,
    basis="test",
    off=frozenset(NEW_YEAR + timedelta(days=n) for n in range(6)),
    worked=frozenset(),
)


async def test_every_open_case_that_can_be_read_is_told_its_day_once(
    database_url: str, connection: Connection
) -> None:
    published = Published()
    calendar = Calendar(published=published)
    async with open_office(database_url, calendar) as office:
        last_day = datetime(LAST_YEAR, 12, 31, 10, tzinfo=OFFICE_ZONE)
        office.now = last_day
        waits, accepted, asked = [(await office.submit(number=n)).stream for n in (1, 2, 3)]
        await office.do(accepted, CLERK, AcceptCase())
        missing = (Defect("id_front", DefectCode.MISSING),)
        await office.do(asked, CLERK, RequestCorrection(defects=missing))
        await project(database_url)
        before = {case: await _days(office, case) for case in (waits, accepted, asked)}
        broken = (await office.submit(number=4)).stream
        await project(database_url)
        assert await holidays.follow(connection, office.door, calendar) == 0
        await connection.execute(
            "UPDATE stored_events SET state = '{}' WHERE originator_id = %s", (broken,)
        )

        published.adopt([NOTICE])
        office.now = last_day + timedelta(hours=1)
        moved = await holidays.follow(connection, office.door, calendar)
        await project(database_url)
        again = await holidays.follow(connection, office.door, calendar)

        after = {case: await _days(office, case) for case in (waits, accepted, asked)}
        today = last_day.date()
        assert after[waits] == {
            Clock.ACCEPT_1: calendar.add(today, 1),
            Clock.CORRECTION_NOTICE: calendar.add(today, 5),
        }
        assert after[accepted] == {Clock.DECIDE: calendar.add(today, 1)}
        assert after[asked] == {Clock.CORRECTION_REPLY: calendar.add(today, 15)}
        assert all(after[case][clock] > on for case in after for clock, on in before[case].items())
        assert (moved, again) == (4, 0)
        _, history = await office.door.open(CASE, waits, TIMEKEEPER)
        assert [type(each.event).__name__ for each in history[-2:]] == ["DeadlineExtended"] * 2
        assert {each.envelope.by.id for each in history[-2:]} == {"holidays"}


async def _days(office: OpenOffice, case: UUID) -> dict[str, date]:
    opened, _ = await office.door.open(CASE, case, TIMEKEEPER)
    return dict(days(opened.state))
