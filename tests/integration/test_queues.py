"""What officers, workers and citizens ask of the read models."""

from datetime import date, timedelta
from typing import Any

import pytest

from domain.case.grounds import Hold
from domain.case.overlays.commands import SetHold
from domain.case.stage import OPEN, Stage
from domain.event_store.transaction import Connection
from projections.caseload import queries as queues
from projections.caseload.checking import to_check
from projections.throughput.measures import DUE
from projections.throughput.view import PRESENT, view
from projections.timers.queries import next_timer, run_out
from projections.tracking import row as tracking
from tests.kit.histories import deferral_granted_and_undone
from tests.kit.life import LEADER, MORNING, Life
from tests.kit.plate_histories import plate_by_post
from tests.kit.projected import filled, project

OFFICES = ["410100", "410100.br1"]
CASES = [Life("plate_reissue", number, MORNING + number * timedelta(hours=1)) for number in (1, 2)]
CASES += [Life("vehicle_contact_change", number) for number in (3, 4, 5)]
ENDED = [plate_by_post(6, MORNING), deferral_granted_and_undone(7, MORNING)]


@pytest.fixture(autouse=True)
async def _projected(database_url: str) -> None:
    await filled(database_url, [*CASES, *ENDED])
    await project(database_url)


async def everything(connection: Connection) -> list[queues.Entry]:
    return await queues.queue(connection, OFFICES, stages=None)


async def test_a_queue_holds_the_open_cases_by_their_day(connection: Connection) -> None:
    entries = await everything(connection)
    assert {entry.case_id for entry in entries} == {life.case for life in CASES}
    assert [entry.due_on for entry in entries] == sorted(
        entry.due_on for entry in entries if entry.due_on
    )
    assert {entry.stage for entry in entries} <= OPEN


async def test_a_queue_is_paged_without_gap_or_repetition(connection: Connection) -> None:
    after, paged = None, []
    while page := await queues.queue(connection, OFFICES, stages=None, after=after, limit=2):
        paged += page
        after = queues.QueuePlace(page[-1].green, page[-1].due_on, page[-1].case_id)
    assert paged == await everything(connection)


async def test_a_queue_is_narrowed(connection: Connection) -> None:
    async def count(**narrowed: Any) -> int:
        asked = {"stages": None, **narrowed}
        return len(await queues.queue(connection, OFFICES, **asked))

    assert await count(stages=[Stage.PAYMENT_PENDING]) == 2
    assert await count(service="vehicle_contact_change") == 3
    assert await count(green=True) == 0
    assert await count(late_on=date(2020, 3, 3)) == 0
    assert await count(late_on=date(2020, 3, 4)) == len(CASES)


@pytest.mark.parametrize("kind", Hold)
async def test_nothing_is_late_while_it_is_held(
    connection: Connection, database_url: str, kind: Hold
) -> None:
    late = date(2020, 6, 1)
    held = Life("plate_reissue", 8).does(LEADER, SetHold(kind=kind))
    others = len(await queues.queue(connection, OFFICES, stages=None, late_on=late))
    await filled(database_url, [held])
    await project(database_url)
    assert len(await queues.queue(connection, OFFICES, stages=None, late_on=late)) == others
    assert len(await everything(connection)) == others + 1
    found = await view(connection, {}, late)
    assert sum(line.counts.get(DUE, 0) for line in found[PRESENT]) == others


async def test_another_office_sees_nothing_of_it(connection: Connection) -> None:
    assert await queues.queue(connection, ["410300"], stages=None) == []
    assert await queues.lookup(connection, ["410300"], [(1).to_bytes(16, "big")]) == []


async def test_a_vehicle_is_found_by_its_blind_index(connection: Connection) -> None:
    (found,) = await queues.lookup(connection, OFFICES, [(6).to_bytes(16, "big")])
    assert found.case_id == ENDED[0].case
    assert found.stage == Stage.COMPLETED


async def test_the_checker_finds_what_waits_oldest_first(connection: Connection) -> None:
    waiting = await to_check(connection, "checker", [])
    assert [each.stream for each in waiting] == sorted(life.case for life in CASES[2:])


async def test_the_timekeeper_finds_what_has_run_out(connection: Connection) -> None:
    first = await next_timer(connection)
    assert first == CASES[0].envelopes[0].at + timedelta(hours=24)
    assert await run_out(connection, "timekeeper", first - timedelta(microseconds=1)) == []
    (due,) = await run_out(connection, "timekeeper", first)
    assert due[:4] == (CASES[0].case, "case", "PAY_HOLD", first)


async def test_a_citizen_finds_the_case_by_its_reference(connection: Connection) -> None:
    life = ENDED[0]
    found = await tracking.by_reference(connection, life.state.reference)
    assert found is not None
    assert found == await tracking.by_case(connection, life.case)
    assert found.version == len(life.envelopes)
    assert (found.stage, found.item_no) == (Stage.COMPLETED, life.state.item_no)
    assert [step.event for step in found.steps][-2:] == ["ParcelDelivered", "CaseClosed"]
    assert await tracking.by_reference(connection, "0000-0000-0000-0") is None
