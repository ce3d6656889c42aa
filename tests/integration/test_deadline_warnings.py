"""What an office has not done in time is told upwards, each level once, and leaves its queue."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.grounds import WarningLevel
from domain.case.intake.commands import AcceptCase
from domain.case.warnings.commands import AnswerDeadlineWarning
from domain.case.warnings.events import DeadlineWarningRaised
from domain.case.warnings.reasons import DeadlineMeasure
from domain.event_store.log import read_log
from domain.event_store.transaction import Connection
from projections.caseload.queries import Entry, counted, queue
from tests.kit.life import CLERK, LEADER, TIMEKEEPER
from tests.kit.offices import OpenOffice, open_office
from tests.kit.projected import project
from workers import deadline_warnings

SERVICE: Final = "vehicle_contact_change"
INTAKE: Final = ("submitted",)
OFFICES: Final = ("410100",)


async def told(connection: Connection) -> list[WarningLevel]:
    """The warnings in the log, in their order."""
    events = [each.envelope.event for each in await read_log(connection, CODEC, 0, 10_000)]
    return [each.level for each in events if isinstance(each, DeadlineWarningRaised)]


def cases(found: list[Entry]) -> list[UUID]:
    return [each.case_id for each in found]


async def warn(url: str, connection: Connection, office: OpenOffice) -> int:
    await project(url)
    return await deadline_warnings.warn(connection, office.door, office.now)


async def test_each_level_is_told_once_and_an_answer_brings_the_case_back(
    database_url: str, connection: Connection
) -> None:
    async with open_office(database_url) as office:
        case = (await office.submit(SERVICE, 1)).stream
        assert await warn(database_url, connection, office) == 0
        office.now += timedelta(days=1)
        assert await warn(database_url, connection, office) == 1
        assert await deadline_warnings.warn(connection, office.door, office.now) == 0
        assert await warn(database_url, connection, office) == 0
        assert cases(await queue(connection, OFFICES, stages=INTAKE, at_work=True)) == []
        assert cases(await queue(connection, OFFICES, stages=None, warned=True)) == [case]
        assert cases(await queue(connection, OFFICES, stages=None)) == [case]
        (counts,) = await counted(connection, OFFICES, office.now.date())
        assert (counts.cases, counts.warned, counts.reported) == (1, 1, 1)

        office.now += timedelta(days=1)
        assert await warn(database_url, connection, office) == 1
        answer = AnswerDeadlineWarning(
            measure=DeadlineMeasure.TAKEN_UP, done_by=office.now.date() + timedelta(days=1)
        )
        await office.do(case, LEADER, answer)
        office.now += timedelta(days=3)
        assert await warn(database_url, connection, office) == 0
        assert cases(await queue(connection, OFFICES, stages=INTAKE, at_work=True)) == [case]
        assert cases(await queue(connection, OFFICES, stages=None, warned=True)) == []
    assert await told(connection) == [WarningLevel.DUE_TODAY, WarningLevel.OVERDUE]


async def test_what_was_done_in_time_is_told_to_nobody(
    database_url: str, connection: Connection
) -> None:
    """The read model does not know yet that the case was accepted. The decision does."""
    async with open_office(database_url) as office:
        case = (await office.submit(SERVICE, 1)).stream
        await project(database_url)
        office.now += timedelta(days=1)
        await office.do(case, CLERK, AcceptCase())
        assert await deadline_warnings.warn(connection, office.door, office.now) == 0
        opened, _ = await office.door.open(CASE, case, TIMEKEEPER)
        assert opened.state.warning is None
    assert await told(connection) == []


async def test_two_workers_at_once_tell_it_once(database_url: str, connection: Connection) -> None:
    async with open_office(database_url) as office, open_office(database_url) as other:
        for number in range(1, 41):
            await office.submit(SERVICE, number)
        await project(database_url)
        office.now = other.now = office.now + timedelta(days=4)
        first = await deadline_warnings.warn(connection, office.door, office.now)
        second = await deadline_warnings.warn(connection, other.door, other.now)
        assert (first, second) == (40, 0)
    assert await told(connection) == [WarningLevel.OVERDUE] * 40
