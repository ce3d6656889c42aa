"""A violation goes its whole way: from the camera to the receipt, the licence and the figures."""

import json
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from cheguan.town.clock import LOADED
from cheguan.town.town import Town
from domain.aggregate import Aggregate, State
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.case.state import Case
from domain.door.door import Begun
from domain.event_store.transaction import Connection
from domain.licences.licence import LICENCE
from domain.orders.order import ORDER
from domain.orders.state import order_of
from domain.penalties.penalty import PENALTY
from domain.penalties.state import PenaltyStage, penalty_named
from domain.people import Actor, Role, system
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from domain.violations.state import ViolationStage
from domain.violations.violation import VIOLATION
from projections.fines.queries import fine_lines
from projections.throughput.definitions import fines
from projections.throughput.definitions.all_definitions import OF_FINES
from projections.throughput.lines import summed
from tests.kit.offices import asked
from tests.kit.towns import cases_that, living, open_town
from tests.kit.waiting import until

DRIVER, WATCHER = Actor(Role.APPLICANT, "driver"), system("test")
TODAY = LOADED.date()
DAYS = (TODAY, TODAY)
S = TypeVar("S", bound=State)


async def test_a_violation_is_decided_scored_paid_and_settled(
    database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town, living(town):
        violation = await completed(town, connection, "violation_handling", {})
        assert violation.decision_no
        imposed = await state(town, PENALTY, penalty_named(violation.decision_no))
        assert imposed.stage is PenaltyStage.PAYABLE
        assert violation.licence
        licence = violation.licence

        async def scored() -> bool:
            record = (await state(town, LICENCE, licence)).record
            return any(each.points == 3 for each in record.cycles)

        await until(scored, within_s=30)
        told = {"decision": {"decision_no": violation.decision_no}}
        payment = await completed(town, connection, "fine_payment", told)
        paid = await state(town, PENALTY, penalty_named(violation.decision_no))
        assert paid.stage is PenaltyStage.PAID
        assert paid.receipt_no == payment.receipt_no
        assert paid.paid_fen == payment.paid_fen == 100_00

        async def settled() -> bool:
            assert violation.violation
            found = await state(town, VIOLATION, violation.violation)
            return found.stage is ViolationStage.SETTLED

        await until(settled, within_s=30)

        async def counted() -> bool:
            """Others of the town pay fines of theirs meanwhile."""
            logged = await paid_today(connection)
            (whole,) = summed(await fine_lines(connection, *DAYS), []).values()
            figures = {code: each.of(whole) for code, each in OF_FINES.items()}
            assert figures["violations_online_rate"] == 1.0
            assert figures["fines_paid_online"] == figures["fines_paid"]
            told = ("fines_paid", "fines_paid_amount", "fines_added_amount")
            return whole.counts[fines.PAID] > 0 and tuple(figures[code] for code in told) == logged

        await until(counted, within_s=30)


async def paid_today(connection: Connection) -> tuple[int, int, int]:
    """How many fines were paid, the sum and what of it was added, by the log. In fen."""
    cursor = await connection.execute(
        "SELECT count(*), sum((said->>'fine_fen')::int + (said->>'additional_fen')::int),"
        " sum((said->>'additional_fen')::int)"
        " FROM (SELECT convert_from(state, 'UTF8')::jsonb->'event' FROM stored_events"
        " WHERE topic = 'FinePaid') AS stored(said) WHERE said->>'paid_on' = %s",
        (TODAY.isoformat(),),
    )
    number, amount, added = (await cursor.fetchall())[0]
    return number, amount or 0, added or 0


async def completed(
    town: Town, connection: Connection, service: str, told: Mapping[str, Any]
) -> Case:
    """The case of the example, with what is told instead, when it has come to its end.

    Whoever was asked for a fine is shown the order, which the service has placed.
    """
    body = json.dumps({**CATALOGUE[service].example(TODAY), **told}).encode()
    case, command = await town.applications.prepare(read_form(body, today=TODAY))
    await town.door.begin(CASE, Begun(case, command, asked(command, DRIVER)))

    async def over() -> bool:
        return await cases_that(connection, f"stream = '{case}' AND stage = 'completed'") == 1

    await until(over, within_s=30)
    found = await state(town, CASE, case)
    assert found.stage is Stage.COMPLETED
    if found.asked_fine:
        order, _ = await town.door.open(ORDER, order_of(case), DRIVER)
        assert order.state.received_fen == found.paid_fen
    return found


async def state(town: Town, of: Aggregate[S], stream: UUID) -> S:
    town.door.forget(stream)
    opened, _ = await town.door.open(of, stream, WATCHER)
    return opened.state
