"""What becomes of an appointment: confirmed, put off, kept or missed, or lost to a closing."""

from datetime import datetime, time
from typing import Final

from cheguan.town import officers
from cheguan.town.acts_intake import let_pass
from cheguan.town.day_plans import closed_at, given_later
from cheguan.town.fates import Fate
from cheguan.town.life import Act, Life
from cheguan.town.pace import Pace
from domain.calendar import OFFICE_ZONE, local_day
from domain.case.appointment.commands import (
    CheckIn,
    ConfirmBooking,
    PostponeBooking,
    RecordAttendance,
)
from domain.case.booking import Booking
from domain.case.deadlines.commands import FollowOpenings
from domain.case.deadlines.windows import OPENINGS
from domain.case.intake.commands import DeclineAcceptance
from domain.case.overlays.commands import WithdrawCase
from domain.case.stage import Stage
from domain.case.state import Case
from domain.people import system
from domain.services.catalogue import EVERY_SERVICE
from domain.services.slot import Slot
from workers.checker import NAME as CHECKER

FOLLOWER: Final = OPENINGS.name
"""Who carries a decision about windows to the cases that it concerns."""


def booked(life: Life, current: Case, booking: Booking, at: datetime, pace: Pace) -> Act | None:
    """What comes next, unless the place is closed for the day before that."""
    act = _next(life, current, booking, at, pace)
    closed = closed_at(_slot(booking), at) if booking.comes else None
    if closed and (act is None or closed <= act.at):
        return Act(pace.machine(closed), system(FOLLOWER), FollowOpenings())
    return act


def _next(life: Life, current: Case, booking: Booking, at: datetime, pace: Pace) -> Act | None:
    if booking.number is None:
        return let_pass(current)
    if current.stage is Stage.SUBMITTED:
        return _to_be_confirmed(life, current, at, pace)
    changed = _changed(life, booking, at, pace)
    if changed and local_day(changed.at) < booking.on:
        return changed
    return _on_the_day(life, current, booking, at, pace)


def _changed(life: Life, booking: Booking, at: datetime, pace: Pace) -> Act | None:
    """Somebody cancels, or comes another day. He may until the end of the day before."""
    applicant = officers.applicant(life.owner)
    if life.plan.fate is Fate.WITHDRAWN:
        return Act(pace.citizen(at, 0, 1), applicant, WithdrawCase())
    if life.plan.fate is not Fate.PUT_OFF or booking.postponed:
        return None
    later = given_later(_slot(booking), at)
    if later is None:
        return None
    command = PostponeBooking(on=later.on, period=later.period)
    return Act(pace.citizen(at, 0, 1), applicant, command)


def _to_be_confirmed(life: Life, current: Case, at: datetime, pace: Pace) -> Act:
    """No officer looks at it, unless something that the register says speaks against it."""
    checks = EVERY_SERVICE[current.service].checks
    failed = tuple(each.refusal for each in checks if current.checks.get(each.code) is False)
    if not failed:
        return Act(pace.machine(at), system(CHECKER), ConfirmBooking())
    clerk = officers.clerk(current.office, life.plan.number)
    return Act(pace.office(at, 10, 120), clerk, DeclineAcceptance(codes=failed))


def _on_the_day(
    life: Life, current: Case, booking: Booking, at: datetime, pace: Pace
) -> Act | None:
    clerk = officers.clerk(current.office, life.plan.number)
    if booking.checked_in:
        return Act(pace.office(at, 10, 40), clerk, RecordAttendance())
    if life.plan.fate is Fate.MISSED:
        return let_pass(current)
    begins = datetime.combine(booking.on, time(int(booking.period)), OFFICE_ZONE)
    return Act(pace.office(pace.not_before(at, begins), 0, 30), clerk, CheckIn())


def _slot(booking: Booking) -> Slot:
    return Slot(booking.kind, booking.place, booking.on, booking.period)
