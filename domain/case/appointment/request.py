"""What an application for an appointment comes to in the moment in which it is submitted."""

from collections.abc import Iterable, Sequence
from typing import Any

from domain.aggregate import Ref
from domain.case.appointment.events import BookingRequested, BookingWaitlisted
from domain.case.appointment.refusals import NoSeatLeft, SeatsNotGivenYet
from domain.case.appointment.seating import (
    must_be_open,
    plan_and_window,
    seat_for,
    seats_looked_at,
)
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.services.facts import Facts
from domain.services.service import Service


def booking_read(facts: Facts) -> Iterable[Ref[Any]]:
    """The plan and the prefecture that the request reads under guard."""
    return () if facts.slot is None else plan_and_window(facts.slot)


def seats_read(facts: Facts, at: Circumstances) -> Iterable[Ref[Any]]:
    """The seats among which it chooses."""
    return () if facts.slot is None else seats_looked_at(facts.slot, at)


def requested(facts: Facts, service: Service[Any], at: Circumstances) -> Sequence[CaseEvent]:
    """The seat that the case gets, or its place among those who wait, if it is ready to wait.

    Raises why there is neither.
    """
    slot = facts.slot
    if slot is None:
        return []
    must_be_open(slot, service.business, at)
    try:
        return [BookingRequested(**slot._asdict(), number=seat_for(slot, at))]
    except (NoSeatLeft, SeatsNotGivenYet):
        if not facts.waits:
            raise
        return [BookingWaitlisted(**slot._asdict())]


def only_waits(booked: Sequence[CaseEvent]) -> bool:
    """Whether the application has got no seat yet, so that the office has nothing to decide."""
    return any(isinstance(each, BookingWaitlisted) for each in booked)
