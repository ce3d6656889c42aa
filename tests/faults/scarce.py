"""Who has what only one can have, read off the log past the service."""

from collections.abc import Iterator, Mapping, Set
from typing import Final, NamedTuple
from uuid import UUID

from domain.aggregates import CODEC
from domain.case.appointment.events import BookingRequested
from domain.case.reservation.events import NumberReserved
from domain.message import Event
from domain.numbers.events import PlateNumberReserved
from domain.numbers.stage import NumberStage
from domain.recorded_event import RecordedEvent
from domain.seats.commands import SeatAt
from domain.seats.events import SeatTaken
from domain.seats.state import SeatStage, seat_of
from tests.faults.checks import Checks
from tests.faults.facts import Facts

_TAKEN_AT: Final[Mapping[type[Event], Set[str]]] = {
    PlateNumberReserved: {NumberStage.FREE, NumberStage.OFFERED},
    SeatTaken: {SeatStage.FREE},
}
"""The events by which a case gets a thing, and the stages at which the thing can be got."""


class Had(NamedTuple):
    """A case, and the stream of a thing that it has got."""

    case: UUID
    thing: UUID


def one_has_each(facts: Facts, checks: Checks) -> None:
    """Checks I18: nobody gets what another has, and cases and things tell the same of it."""
    given: list[Had] = []
    for thing, history in facts.by_stream.items():
        of = CODEC.of[type(history[0].event)]
        stage = of.initial.stage
        for each in history:
            event = each.event
            if isinstance(event, PlateNumberReserved | SeatTaken):
                free = stage in _TAKEN_AT[type(event)]
                checks.that("I18", free, f"{thing}: {event.case} got it while it was {stage}")
                given.append(Had(event.case, thing))
            stage = of.stage_after(stage, event)
    said = [had for each in facts.events for had in _said(each)]
    if given or said:
        differs = {*given} ^ {*said}
        checks.that("I18", not differs, f"cases and things differ: {list(differs)[:4]}")


def _said(recorded: RecordedEvent) -> Iterator[Had]:
    """What a case says that it has got."""
    match recorded.event:
        case NumberReserved(number_stream=thing):
            yield Had(recorded.stream, thing)
        case BookingRequested() as booked:
            seat = SeatAt(booked.kind, booked.place, booked.on, booked.period, booked.number)
            yield Had(recorded.stream, seat_of(seat))
