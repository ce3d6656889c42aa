"""The clocks of a case: how they stop, run out and are extended."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from domain.aggregate import Decision, Ref
from domain.case.appointment.day import APPOINTMENT_DAY, day_over
from domain.case.deadlines import commands, events
from domain.case.deadlines.days import days
from domain.case.deadlines.holds import HOLDS
from domain.case.deadlines.refusals import DeadlineNotPassed
from domain.case.deadlines.relief import RELIEFS_COUNTED, moved_by_reliefs
from domain.case.deadlines.timers import timer
from domain.case.deadlines.windows import WINDOWS
from domain.case.delivery.events import PickupExpired
from domain.case.grounds import Hold, RecountGround
from domain.case.intake.events import CorrectionExpired, DeemedAccepted, PaymentExpired
from domain.case.overlays.events import HoldSet
from domain.case.reservation.ending import expired, is_being_issued, number_read
from domain.case.rest import OF_THE_CITIZEN
from domain.case.roles import SYSTEM
from domain.case.stage import OPEN, Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.case.window import prefecture_deciding, window_of
from domain.circumstances import Circumstances
from domain.clocks.case import decide_by
from domain.clocks.clock import Clock
from domain.clocks.plates import hold_of
from domain.clocks.provisional import IN_WORKING_DAYS
from domain.clocks.relief import LAPSING
from domain.message import PassDeadline
from domain.prefectures.windows import closed_by, prefecture_of_window, window_open
from domain.refusal import NotAsThingsStand
from domain.reliefs.effect import OF_THE_PROVINCE


def pass_deadline(current: Case, command: PassDeadline, at: Circumstances) -> Sequence[CaseEvent]:
    """Acts on a deadline, but never early: this timer must be the one that runs, and be over."""
    running = timer(current)
    if running is None or running.clock != command.clock or at.now < running.at:
        raise DeadlineNotPassed(clock=command.clock)
    if running.clock == APPOINTMENT_DAY:
        return day_over(current)
    if moved := moved_by_reliefs(current, at):
        return moved
    refund = current.refundable_fen
    reconsider_by, sue_by = at.due(Clock.RECON_APPLY), at.due(Clock.SUIT)
    match running.clock:
        case Clock.PAY_HOLD:
            return [PaymentExpired(reconsider_by=reconsider_by, sue_by=sue_by)]
        case Clock.CORRECTION_NOTICE:
            return [_deemed_accepted(current, at)]
        case Clock.CORRECTION_REPLY:
            return [
                CorrectionExpired(refund_fen=refund, reconsider_by=reconsider_by, sue_by=sue_by)
            ]
        case Clock.PICKUP_HOLD | Clock.PRESELECT_HOLD:
            return _nobody_came(current, at)
        case _:
            return [
                events.CaseLapsed(
                    clock=running.clock,
                    refund_fen=refund,
                    reconsider_by=reconsider_by,
                    sue_by=sue_by,
                )
            ]


def _nobody_came(current: Case, at: Circumstances) -> Sequence[CaseEvent]:
    """The case lapses, unless the outlet is closed: then nobody can come, so the period rests.

    It was to rest before it ended, so all of it is left.
    """
    business = at.catalogue[current.service].business
    window = window_of(current) or current.counter
    if not window_open(window, business, at):
        by = closed_by(window, business, at)
        return [HoldSet(kind=Hold.OFFICE_SUSPENDED, basis=by.decision if by else None)]
    if current.stage is Stage.NUMBER_RESERVED:
        return [_reservation_over(current, at)]
    return [PickupExpired(reconsider_by=at.due(Clock.RECON_APPLY), sue_by=at.due(Clock.SUIT))]


def _reservation_over(current: Case, at: Circumstances) -> CaseEvent:
    """Whoever stands at the window already is in time, however long the registration takes."""
    waited = current.deadline
    if waited is None or not is_being_issued(current, at):
        return expired(at)
    return events.DeadlineExtended(
        clock=waited.clock,
        old=waited.on,
        new=at.calendar.add(at.today, hold_of(current.office).on(at.today).count),
        relief=RecountGround.REGISTRATION_BEGUN,
    )


def _deemed_accepted(current: Case, at: Circumstances) -> DeemedAccepted:
    """The case and its term count from the day on which all papers were there (ALL art. 32).

    Days on hold, by which the notice was put off, are no days of the term either.
    """
    since = current.received_on or at.today
    term = at.catalogue[current.service].decide_within.on(since)
    notice_by = at.due(Clock.CORRECTION_NOTICE, since)
    rested = at.calendar.between(notice_by, current.deemed_on or notice_by)
    return DeemedAccepted(accepted_on=since, decide_by=decide_by(since, term + rested, at.calendar))


def _reads(current: Case, command: PassDeadline) -> Iterable[Ref[Any]]:
    """No deadline overtakes a relief. The period of a pick-up rests while nobody can come."""
    if command.clock in LAPSING:
        yield OF_THE_PROVINCE
    if command.clock == Clock.PICKUP_HOLD:
        yield from prefecture_of_window(current.counter)
    if command.clock == Clock.PRESELECT_HOLD:
        yield from prefecture_deciding(current)
        yield from number_read(current)


def recount_deadline(
    current: Case, command: commands.RecountDeadline, at: Circumstances
) -> Sequence[CaseEvent]:
    """Nobody who relied on a day loses it: only the office's own deadlines move to an earlier one.

    The command was made of the history, so the day must be the one that the case waits for.
    """
    clock, old = command.clock, command.old
    if days(current).get(clock) != old or clock not in IN_WORKING_DAYS:
        raise NotAsThingsStand(command=type(command).__name__)
    new = at.calendar.working_day_from(command.new)
    ground = RecountGround.HOLIDAY_NOTICE
    if new > old:
        return [events.DeadlineExtended(clock=clock, old=old, new=new, relief=ground)]
    if new == old or clock in OF_THE_CITIZEN:
        return []
    return [events.DeadlineBroughtForward(clock=clock, old=old, new=new, ground=ground)]


DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    *HOLDS,
    *WINDOWS,
    RELIEFS_COUNTED,
    Decision(commands.RecountDeadline, at=OPEN, by=SYSTEM, decide=recount_deadline),
    Decision(
        PassDeadline,
        at={
            Stage.PAYMENT_PENDING,
            Stage.SUBMITTED,
            Stage.ACCEPTED,
            Stage.CORRECTION_REQUESTED,
            Stage.READY_FOR_PICKUP,
            Stage.RETURNED,
            Stage.CHOOSING_NUMBER,
            Stage.NUMBER_RESERVED,
        },
        by=SYSTEM,
        decide=pass_deadline,
        reads=_reads,
    ),
)
