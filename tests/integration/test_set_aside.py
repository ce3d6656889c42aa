"""What fails steps aside: no queue is kept waiting by its oldest entries, and everybody sees it."""

from collections.abc import AsyncIterator, Collection
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.case.state import Case
from domain.event_store import set_aside
from domain.event_store.epoch import Difference, StoreReadOnly
from domain.event_store.pending import StoreUnavailable
from domain.event_store.set_aside import SetAside
from domain.event_store.transaction import Connection
from domain.register.port import RegisterAway
from domain.services.catalogue import CATALOGUE
from tests.kit.life import MORNING, TIMEKEEPER
from tests.kit.offices import OpenOffice, open_office
from tests.kit.projected import project
from tests.kit.spoiled import spoil
from workers import checker, timekeeper
from workers.consultation import Consulted
from workers.trial import tried

AUTOMATIC = [code for code, service in CATALOGUE.items() if service.automatic]


class Says:
    """A register that fails some cases, is away for others, and breaks over some."""

    def __init__(
        self,
        failing: Collection[str] = (),
        away: Collection[str] = (),
        breaking: Collection[str] = (),
        as_of: datetime = MORNING,
    ) -> None:
        self.as_of = as_of
        self.failing, self.silent, self.breaking = set(failing), set(away), set(breaking)

    @property
    def away(self) -> bool:
        return False

    async def __call__(self, case: UUID, current: Case) -> Consulted:
        if current.reference in self.silent:
            raise RegisterAway
        if current.reference in self.breaking:
            raise ZeroDivisionError
        passed = current.reference not in self.failing
        checks = CATALOGUE[current.service].checks
        return Consulted(self.as_of, {each.code: passed for each in checks})


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[OpenOffice]:
    async with open_office(database_url) as opened:
        yield opened


async def all_set_aside(connection: Connection) -> dict[UUID, SetAside]:
    return {each.stream: each for each in await set_aside.listed(connection)}


async def at_once(connection: Connection) -> None:
    """As if every pause were over."""
    await connection.execute("UPDATE set_aside SET again_at = clock_timestamp()")


async def submitted(office: OpenOffice, url: str, number: int) -> list[UUID]:
    service = "vehicle_contact_change"
    cases = [(await office.submit(service, each)).stream for each in range(1, number + 1)]
    await project(url)
    return cases


async def reference(office: OpenOffice, case: UUID) -> str:
    return (await office.door.open(CASE, case, TIMEKEEPER))[0].state.reference


async def stage(office: OpenOffice, case: UUID) -> Stage:
    return (await office.door.open(CASE, case, TIMEKEEPER))[0].state.stage


async def test_failing_cases_do_not_keep_later_ones_waiting(
    office: OpenOffice,
    database_url: str,
    connection: Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(checker, "PAGE", 2)
    *bad, good = await submitted(office, database_url, 6)
    register = Says(failing=[await reference(office, case) for case in bad])
    looks = [await checker.work_off(connection, office.door, register, AUTOMATIC) for _ in range(3)]
    assert looks == [0, 0, 1]
    assert await stage(office, good) is not Stage.SUBMITTED
    aside = await all_set_aside(connection)
    assert aside.keys() == set(bad)
    assert {each.why for each in aside.values()} == {"left-to-an-officer"}


async def test_the_register_is_asked_again_ever_more_seldom(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    (case,) = await submitted(office, database_url, 1)
    register = Says(away=[await reference(office, case)])
    for _ in range(3):
        await checker.work_off(connection, office.door, register, AUTOMATIC)
        await at_once(connection)
    (aside,) = (await all_set_aside(connection)).values()
    assert (aside.worker, aside.why, aside.tries) == ("checker", "register-away", 3)
    register.silent.clear()
    assert await checker.work_off(connection, office.door, register, AUTOMATIC) == 1
    await project(database_url)
    await checker.work_off(connection, office.door, register, AUTOMATIC)
    assert await all_set_aside(connection) == {}


async def test_a_register_that_breaks_over_one_case_is_asked_about_the_next(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    sick, _ = await submitted(office, database_url, 2)
    register = Says(breaking=[await reference(office, sick)])
    assert await checker.work_off(connection, office.door, register, AUTOMATIC) == 1
    assert (await all_set_aside(connection))[sick].why == "ZeroDivisionError"


async def test_a_case_that_has_moved_is_new_work(connection: Connection) -> None:
    case = uuid4()
    for _ in range(4):
        await set_aside.put(connection, "checker", case, "3", "check-failed")
    first = (await all_set_aside(connection))[case]
    assert first.tries == 4
    assert timedelta(seconds=15) < first.again_at - first.since < timedelta(seconds=30)
    await set_aside.put(connection, "checker", case, "4", "register-away")
    other = (await all_set_aside(connection))[case]
    assert (other.tries, other.why) == (1, "register-away")
    assert other.since > first.since


async def fails(why: Exception) -> None:
    raise why


async def test_a_store_that_takes_nothing_makes_no_work_wait_once_it_opens(
    connection: Connection,
) -> None:
    closed = StoreReadOnly(Difference.EVENTS_MISSING)
    with pytest.raises(StoreReadOnly):
        await tried(connection, "timekeeper", uuid4(), "1", fails(closed))
    assert await all_set_aside(connection) == {}


async def test_what_the_store_may_be_unable_to_take_steps_aside(connection: Connection) -> None:
    case = uuid4()
    with pytest.raises(StoreUnavailable):
        await tried(connection, "timekeeper", case, "1", fails(StoreUnavailable()))
    assert (await all_set_aside(connection)).keys() == {case}


async def test_no_pause_is_longer_than_an_hour(connection: Connection) -> None:
    case = uuid4()
    await set_aside.put(connection, "checker", case, "3", "check-failed")
    await connection.execute("UPDATE set_aside SET tries = 2000")
    await set_aside.put(connection, "checker", case, "3", "check-failed")
    cursor = await connection.execute("SELECT again_at - clock_timestamp() FROM set_aside")
    pause = (await cursor.fetchall())[0][0]
    assert timedelta(minutes=59) < pause <= timedelta(hours=1)


async def test_a_case_that_cannot_be_read_stops_neither_checker_nor_timekeeper(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    automatic = await submitted(office, database_url, 2)
    unpaid = [(await office.submit("plate_reissue", number)).stream for number in (7, 8)]
    await project(database_url)
    for case in (automatic[0], unpaid[0]):
        await spoil(connection, case, 1, b'{"event":{"type":"NeverHeardOf"}}')
    later = office.now = office.now + timedelta(hours=25)
    forget(office, *automatic, *unpaid)

    assert await checker.work_off(connection, office.door, Says(as_of=later), AUTOMATIC) == 1
    assert await timekeeper.pass_deadlines(connection, CODEC, office.door, later) == 1
    assert await stage(office, unpaid[1]) is Stage.LAPSED
    aside = await all_set_aside(connection)
    assert aside.keys() == {automatic[0], unpaid[0]}
    assert {each.why for each in aside.values()} == {"history-unreadable"}


def forget(office: OpenOffice, *cases: UUID) -> None:
    for case in cases:
        office.door.forget(case)


async def test_what_is_put_right_is_done_when_its_pause_is_over(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    case = (await office.submit("plate_reissue", 1)).stream
    await project(database_url)
    whole = await spoil(connection, case, 1, b"no json")
    forget(office, case)
    later = office.now = office.now + timedelta(hours=25)
    assert await timekeeper.pass_deadlines(connection, CODEC, office.door, later) == 0
    await spoil(connection, case, 1, whole)
    assert await timekeeper.pass_deadlines(connection, CODEC, office.door, later) == 0
    assert await set_aside.retry(connection, ["timekeeper"]) == 1
    assert await timekeeper.pass_deadlines(connection, CODEC, office.door, later) == 1
    assert await stage(office, case) is Stage.LAPSED
    await project(database_url)
    await timekeeper.pass_deadlines(connection, CODEC, office.door, later)
    assert await all_set_aside(connection) == {}


async def test_a_timer_of_a_kind_that_this_program_does_not_know_stops_nobody(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    cases = [(await office.submit("plate_reissue", number)).stream for number in (1, 2)]
    await project(database_url)
    await connection.execute(
        "UPDATE projections.timers SET kind = 'of a later build' WHERE stream = %s", (cases[0],)
    )
    later = office.now = office.now + timedelta(hours=25)
    assert await timekeeper.pass_deadlines(connection, CODEC, office.door, later) == 1
    assert (await all_set_aside(connection)).keys() == {cases[0]}
