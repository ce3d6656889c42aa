"""The log of a projection run is one that the domain decided, with cases side by side."""

from collections import defaultdict
from uuid import UUID

from cheguan.bench.histories import histories
from cheguan.bench.scripts import SHARES
from domain.case.case import CASE
from domain.case.intake.events import CaseSubmitted
from domain.case.stage import Stage
from domain.message import Event
from domain.orders.events import OrderPlaced
from domain.orders.order import ORDER
from domain.orders.state import OrderStage


async def test_every_case_of_the_log_comes_to_its_end() -> None:
    made = await histories(600)
    lives: dict[UUID, list[Event]] = defaultdict(list)
    for pending in made.commands:
        for write in pending.writes:
            assert len(lives[write.stream]) == write.after
            lives[write.stream] += [envelope.event for envelope in write.envelopes]
    begun = [events for events in lives.values() if events]
    cases = [events for events in begun if isinstance(events[0], CaseSubmitted)]
    assert len(cases) == made.cases
    assert sum(map(len, lives.values())) == made.events >= 600
    assert {CASE.fold(events).stage for events in cases} == {Stage.COMPLETED}
    orders = [events for events in begun if isinstance(events[0], OrderPlaced)]
    assert {ORDER.fold(events).stage for events in orders} == {OrderStage.PAID}
    first = [events[0] for events in cases]
    assert {event.service for event in first if isinstance(event, CaseSubmitted)} == set(SHARES)


async def test_the_log_is_in_the_order_of_time() -> None:
    made = await histories(300)
    instants = [pending.writes[0].envelopes[0].at for pending in made.commands]
    assert instants == sorted(instants)
