"""What the office does to many bookings at once, and how freed seats reach those who wait.

Nobody is blamed for what the office does: a booking is moved to another day, or cancelled, and
counts nowhere.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from domain.aggregate import Decision, Ref
from domain.case.appointment import commands, events
from domain.case.appointment.reasons import OfficeReason
from domain.case.appointment.refusals import (
    BookingsClosed,
    NoPlanThatDay,
    NoSeatLeft,
    PeriodNotPlanned,
    PlaceClosedThatDay,
    SeatsNotGivenYet,
)
from domain.case.appointment.seating import (
    must_be_open,
    plan_and_window,
    plan_ref,
    seat_for,
    seats_looked_at,
)
from domain.case.booking import Booking
from domain.case.roles import SYSTEM
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.offices.tree import OFFICES
from domain.plans.events import PlanCancelled
from domain.plans.state import PlanStage, plan_name
from domain.prefectures.windows import closing, prefecture_of_window
from domain.reaction import DONE, BulkReaction, Cause
from domain.refusal import NotAtThisStage
from domain.seats.events import SeatFreed
from domain.seats.seat import SEAT
from domain.seats.state import seat_of
from domain.services.slot import Slot

_TO_COME: Final = frozenset({Stage.SUBMITTED, Stage.ACCEPTED})
_NOT_OFFERED: Final = (
    BookingsClosed,
    NoPlanThatDay,
    NoSeatLeft,
    PeriodNotPlanned,
    PlaceClosedThatDay,
    SeatsNotGivenYet,
)


def lost_to_closing(after: Case, at: Circumstances) -> Sequence[CaseEvent]:
    """Cancels a booking of a place that is closed on its day, as far as the decision has seen
    who decides about it. Whoever has checked in is seen.
    """
    booking = after.appointment
    if booking is None or not booking.comes or after.stage not in _TO_COME:
        return []
    business = at.catalogue[after.service].business
    for ref in prefecture_of_window(booking.place):
        if ref.stream not in at.seen:
            return []
        by = closing(ref.state(at), OFFICES[booking.place], business, booking.on)
        if by is not None:
            reason = OfficeReason.WINDOW_CLOSED
            return [events.BookingCancelledByOffice(reason=reason, basis=by.decision)]
    return []


def follow_plan(
    current: Case, command: commands.FollowPlan, at: Circumstances
) -> Sequence[CaseEvent]:
    """Moves the booking, or cancels it if the other day has no seat. Nothing happens to one that
    is for another day by now.
    """
    booking = current.appointment
    if booking is None or not _is_there(booking, command) or booking.checked_in:
        return []
    moved = _another(booking, command)
    if moved and booking.number is not None:
        try:
            must_be_open(moved, at.catalogue[current.service].business, at)
            number = seat_for(moved, at)
        except _NOT_OFFERED:
            pass
        else:
            return [
                events.BookingMovedByOffice(
                    on=moved.on, number=number, reason=command.reason, basis=command.basis
                )
            ]
    return [events.BookingCancelledByOffice(reason=command.reason, basis=command.basis)]


def allot(current: Case, command: commands.AllotSeat, at: Circumstances) -> Sequence[CaseEvent]:
    """Gives the freed seat to a case that waits for one, if it is still free.

    On the day itself nobody is given one. He could not cancel any more, and would be late for it.
    """
    booking = current.appointment
    if booking is None or booking.number is not None or not _is_for(booking, command):
        return []
    if at.today >= booking.on:
        return []
    if plan_ref(_slot(booking)).state(at).stage is not PlanStage.OPEN:
        return []
    seat = booking.at(command.number)
    if not Ref(SEAT, seat_of(seat)).state(at).free_to(at.now, waited=True):
        return []
    return [events.SeatAllotted(number=command.number, accept_by=at.due(Clock.ACCEPT_1))]


def _is_there(booking: Booking, command: commands.FollowPlan) -> bool:
    there = (command.kind, command.place, command.on)
    return (booking.kind, booking.place, booking.on) == there


def _is_for(booking: Booking, command: commands.AllotSeat) -> bool:
    freed = Slot(command.kind, command.place, command.on, command.period)
    return _slot(booking) == freed


def _slot(booking: Booking) -> Slot:
    return Slot(booking.kind, booking.place, booking.on, booking.period)


def _another(booking: Booking, command: commands.FollowPlan) -> Slot | None:
    return _slot(booking)._replace(on=command.moved_to) if command.moved_to else None


def _other_day_read(current: Case, command: commands.FollowPlan) -> Iterable[Ref[Any]]:
    other = current.appointment and _another(current.appointment, command)
    return plan_and_window(other) if other else ()


def _other_seats(
    current: Case, command: commands.FollowPlan, at: Circumstances
) -> Iterable[Ref[Any]]:
    other = current.appointment and _another(current.appointment, command)
    return seats_looked_at(other, at) if other else ()


def _freed_read(current: Case, command: commands.AllotSeat) -> Iterable[Ref[Any]]:
    booking = current.appointment
    if booking is None:
        return
    yield from plan_and_window(_slot(booking))
    yield Ref(SEAT, seat_of(booking.at(command.number)))


FOLLOWED: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(
        commands.FollowPlan,
        at=_TO_COME,
        by=SYSTEM,
        decide=follow_plan,
        reads=_other_day_read,
        further=_other_seats,
    ),
    Decision(commands.AllotSeat, at={Stage.SUBMITTED}, by=SYSTEM, decide=allot, reads=_freed_read),
)


def _follows(cause: Cause[PlanCancelled], case: UUID) -> commands.FollowPlan:
    said = cause.event
    return commands.FollowPlan(
        kind=said.kind,
        place=said.place,
        on=said.on,
        reason=OfficeReason(said.reason),
        basis=plan_name(said.kind, said.place, said.on),
        moved_to=said.moved_to,
    )


def _is_given(cause: Cause[SeatFreed], case: UUID) -> commands.AllotSeat:
    freed = cause.event
    return commands.AllotSeat(
        kind=freed.kind,
        place=freed.place,
        on=freed.on,
        period=freed.period,
        number=freed.number,
    )


CANCELLED_DAYS: Final = BulkReaction(
    name="booking_follows_plan",
    on=PlanCancelled,
    then=_follows,
    refused={NotAtThisStage: DONE},
)
FREED_SEATS: Final = BulkReaction(
    name="freed_seat_is_given",
    on=SeatFreed,
    then=_is_given,
    refused={NotAtThisStage: DONE},
)
