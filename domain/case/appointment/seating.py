"""Which seat a case gets: it tries those that are given, in an order drawn from its own id.

Those who come together so do not all try the first. The seats are looked at without guard, and
the one that is taken is linked, so the store decides between two who have chosen the same.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from domain.aggregate import Mode, Ref
from domain.case.appointment.refusals import (
    BookingsClosed,
    NoPlanThatDay,
    NoSeatLeft,
    PeriodNotPlanned,
    PlaceClosedThatDay,
    SeatsNotGivenYet,
)
from domain.circumstances import Circumstances
from domain.offices.business import WindowBusiness
from domain.plans.plan import PLAN
from domain.plans.state import DayPlan, PlanStage, plan_of
from domain.prefectures.windows import prefecture_of_window, window_open
from domain.seats.commands import SeatAt
from domain.seats.seat import SEAT
from domain.seats.state import seat_of
from domain.services.slot import Slot


def plan_and_window(slot: Slot) -> Iterator[Ref[Any]]:
    """What a booking reads under guard: the plan of the day, and who decides about the place."""
    yield plan_ref(slot)
    yield from prefecture_of_window(slot.place)


def plan_ref(slot: Slot) -> Ref[DayPlan]:
    return Ref(PLAN, plan_of(slot.kind, slot.place, slot.on))


def seats_looked_at(slot: Slot, at: Circumstances) -> Iterable[Ref[Any]]:
    """The seats of the period that are given by now. The row must read the plan."""
    plan = plan_ref(slot).state(at)
    return [
        Ref(SEAT, seat_of(seat), Mode.PEEK)
        for seat in _seats(slot, plan.released(slot.period, at.now))
    ]


def must_be_open(slot: Slot, business: WindowBusiness, at: Circumstances) -> DayPlan:
    """The plan of the day. Raises why no booking of the slot is taken at all."""
    plan = plan_ref(slot).state(at)
    if not window_open(slot.place, business, at, slot.on):
        raise PlaceClosedThatDay(place=slot.place, on=slot.on)
    if plan.stage is PlanStage.NEW:
        raise NoPlanThatDay(place=slot.place, on=slot.on)
    if plan.stage is not PlanStage.OPEN:
        raise BookingsClosed(place=slot.place, on=slot.on)
    if slot.period not in plan.periods:
        raise PeriodNotPlanned(period=slot.period, choices=[*plan.periods])
    return plan


def seat_for(slot: Slot, at: Circumstances) -> int:
    """The number of a seat that is free. Raises :class:`NoSeatLeft` when all were tried.

    The row must read :func:`plan_and_window` and :func:`seats_looked_at`.
    """
    plan = plan_ref(slot).state(at)
    given = plan.released(slot.period, at.now)
    for seat in _seats(slot, drawn(given, at.stream)):
        if Ref(SEAT, seat_of(seat)).state(at).free_to(at.now, waited=False):
            return seat.number
    opens = plan.next_release(slot.period, at.now)
    if not given and opens:
        raise SeatsNotGivenYet(given_from=opens)
    raise NoSeatLeft(place=slot.place, on=slot.on, period=slot.period)


def drawn(numbers: Iterable[int], case: UUID) -> list[int]:
    """The numbers in the order in which the case tries them."""
    return sorted(numbers, key=lambda number: sha256(case.bytes + number.to_bytes(4)).digest())


def on_another_day(slot: Slot, on: date) -> Slot:
    """The same period of the same place on another day."""
    return slot._replace(on=on)


def _seats(slot: Slot, numbers: Iterable[int]) -> Iterator[SeatAt]:
    for number in numbers:
        yield SeatAt(*slot, number)
