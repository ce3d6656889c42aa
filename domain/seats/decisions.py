"""Who gets a seat. It is bound to the person who booked, and never swapped."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from domain.circumstances import Circumstances
from domain.clocks.table import PRACTICE
from domain.dated import Dated, Rule
from domain.offices.tree import within
from domain.people import Role
from domain.plans.refusals import PlaceOfOthers
from domain.seats import commands, events
from domain.seats.refusals import SeatAddressDiffers, SeatNotFree
from domain.seats.state import Seat, SeatStage, seat_name, seat_of

KEPT_FOR_WAITING: Final = Dated(
    "seat_kept_for_waiting", Rule(timedelta(minutes=15), date(2016, 1, 1), PRACTICE)
)
"""So long a freed seat is given only to those who wait, by their rank. No law says so."""


def take(
    current: Seat, command: commands.TakeSeat, at: Circumstances
) -> Sequence[events.SeatEvent]:
    if current.holder == command.case:
        return []
    if not current.free_to(at.now, waited=command.waited):
        raise SeatNotFree(number=command.number)
    return [events.SeatTaken(**command.seat._asdict(), case=command.case)]


def free(
    current: Seat, command: commands.FreeSeat, at: Circumstances
) -> Sequence[events.SeatEvent]:
    """Frees the seat. Nothing happens if another case has it."""
    if current.holder != command.case:
        return []
    kept_until = at.now + KEPT_FOR_WAITING.on(at.today)
    return [events.SeatFreed(**command.seat._asdict(), case=command.case, kept_until=kept_until)]


def close(
    current: Seat, command: commands.CloseSeat, at: Circumstances
) -> Sequence[events.SeatEvent]:
    """Closes a free seat. Whoever has one comes, or is moved with the whole day."""
    _by_the_place(command, at)
    if current.stage is SeatStage.TAKEN:
        raise SeatNotFree(number=command.number)
    closes = current.stage is SeatStage.FREE
    return [events.SeatClosed(**command.seat._asdict())] if closes else []


def reopen(
    current: Seat, command: commands.ReopenSeat, at: Circumstances
) -> Sequence[events.SeatEvent]:
    _by_the_place(command, at)
    reopens = current.stage is SeatStage.CLOSED
    return [events.SeatReopened(**command.seat._asdict())] if reopens else []


def _by_the_place(command: commands.SeatCommand, at: Circumstances) -> None:
    if seat_of(command.seat) != at.stream:
        raise SeatAddressDiffers(seat=seat_name(command.seat))
    office = at.by.office
    if at.by.role is not Role.HQ and (office is None or not within(command.place, office)):
        raise PlaceOfOthers(place=command.place)
