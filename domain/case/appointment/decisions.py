"""An appointment: confirmed, put off, kept or missed, and what the office does to many at once."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any, Final

from domain.aggregate import Decision, Ref
from domain.case.appointment import commands, events
from domain.case.appointment.cancellation import in_time
from domain.case.appointment.office import FOLLOWED
from domain.case.appointment.refusals import (
    NotCheckedIn,
    NotLater,
    NotOnThatDay,
    WaitsForSeat,
)
from domain.case.appointment.seating import (
    must_be_open,
    plan_and_window,
    seat_for,
    seats_looked_at,
)
from domain.case.at_his_window import APPLICANTS_OR_WINDOW, entered_by, for_applicant
from domain.case.booking import Booking
from domain.case.review.refusals import ChecksFailed
from domain.case.roles import OFFICERS, SYSTEM
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.services.blocks.appointment.ahead import DAYS_AHEAD
from domain.services.slot import Slot

BOOKED: Final = frozenset({Stage.SUBMITTED, Stage.ACCEPTED})
"""The stages in which a case may have a seat that it has not used yet."""


def confirm(
    current: Case, command: commands.ConfirmBooking, at: Circumstances
) -> Sequence[CaseEvent]:
    """No check speaks against it. What no register can say is looked at when he comes."""
    if of(current).number is None:
        raise WaitsForSeat
    if failed := sorted(code for code, passed in current.checks.items() if not passed):
        raise ChecksFailed(checks=failed)
    return [events.BookingConfirmed(officer=at.by.person)]


def postpone(
    current: Case, command: commands.PostponeBooking, at: Circumstances
) -> Sequence[CaseEvent]:
    """The new seat is taken and the old one let go, or nothing is. It may be done again."""
    booking, slot = of(current), _wished(current, command)
    if booking.number is None:
        raise WaitsForSeat
    in_time(booking, at)
    latest = at.today + timedelta(days=DAYS_AHEAD.on(at.today))
    if not (booking.on, booking.period) < (slot.on, slot.period) or slot.on > latest:
        raise NotLater(latest=latest)
    must_be_open(slot, at.catalogue[current.service].business, at)
    return [
        events.BookingPostponed(
            on=slot.on,
            period=slot.period,
            number=seat_for(slot, at),
            taken_in_by=entered_by(at),
        )
    ]


def check_in(current: Case, command: commands.CheckIn, at: Circumstances) -> Sequence[CaseEvent]:
    booking = of(current)
    if booking.on != at.today:
        raise NotOnThatDay(on=booking.on)
    return [] if booking.checked_in else [events.ApplicantCheckedIn(officer=at.by.person)]


def attend(
    current: Case, command: commands.RecordAttendance, at: Circumstances
) -> Sequence[CaseEvent]:
    if not of(current).checked_in:
        raise NotCheckedIn
    return [events.AppointmentAttended(officer=at.by.person)]


def of(current: Case) -> Booking:
    """The booking of a case that has one, as the row of every command here asks."""
    assert current.appointment is not None
    return current.appointment


def has_booking(current: Case) -> bool:
    return current.appointment is not None


def _wished(current: Case, command: commands.PostponeBooking) -> Slot:
    booking = of(current)
    return Slot(booking.kind, booking.place, command.on, command.period)


def _wish_read(current: Case, command: commands.PostponeBooking) -> Iterable[Ref[Any]]:
    return plan_and_window(_wished(current, command)) if current.appointment else ()


def _seats_wished(
    current: Case, command: commands.PostponeBooking, at: Circumstances
) -> Iterable[Ref[Any]]:
    return seats_looked_at(_wished(current, command), at) if current.appointment else ()


DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(
        commands.ConfirmBooking,
        at={Stage.SUBMITTED},
        by=OFFICERS | SYSTEM,
        decide=confirm,
        when=has_booking,
    ),
    Decision(
        commands.PostponeBooking,
        at=BOOKED,
        by=APPLICANTS_OR_WINDOW,
        decide=postpone,
        when=has_booking,
        who=for_applicant,
        reads=_wish_read,
        further=_seats_wished,
    ),
    Decision(commands.CheckIn, at={Stage.ACCEPTED}, by=OFFICERS, decide=check_in, when=has_booking),
    Decision(
        commands.RecordAttendance,
        at={Stage.ACCEPTED},
        by=OFFICERS,
        decide=attend,
        when=has_booking,
    ),
    *FOLLOWED,
)
