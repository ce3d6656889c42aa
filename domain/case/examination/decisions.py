"""A booking joins the ranking, learns what came of it, and ends with a result or without one."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from domain.aggregate import Decision, Ref
from domain.case.at_his_window import APPLICANTS_OR_WINDOW, for_applicant
from domain.case.by_rank import has_place, in_ranking, may_join, slot_of
from domain.case.examination import commands, events
from domain.case.examination.cancellation import cancel, follow_cancellation
from domain.case.examination.reasons import NotPlacedReason
from domain.case.examination.refusals import ExamNotYetHeld
from domain.case.examination.session import session_claim
from domain.case.review.answer import refuse_outdated
from domain.case.review.orders import exam_order
from domain.case.roles import OFFICERS, SYSTEM
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.conflict import OfficialAct
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.ranking import RankingKey
from domain.exam_plans.ranking import has_place as is_placed
from domain.exam_plans.state import ExamPlan, ExamPlanStage, exam_plan_of
from domain.offices.business import WindowGroup
from domain.offices.tree import OFFICES
from domain.prefectures.openness import open_on
from domain.prefectures.windows import prefecture_of_window
from domain.refusal import NotAsThingsStand
from domain.register.changes import ExamTaken
from domain.reliefs.effect import beside
from domain.services.blocks.appointment.examination import ExamSlot


def join(current: Case, command: commands.JoinRanking, at: Circumstances) -> Sequence[CaseEvent]:
    """Nobody is asked: whoever may sit is ranked, as long as the bookings have not ended."""
    slot, learner = slot_of(current), current.learner
    if slot is None or learner is None or not may_join(current):
        raise NotAsThingsStand(command=type(command).__name__)
    refuse_outdated(current.checks, current, at)
    plan = Ref(EXAM_PLAN, exam_plan_of(slot))
    if reason := _why_not(slot, plan.state(at), at) or _clash(current, at):
        return [_not_placed(reason, at)]
    return [
        events.ExamBookingRanked(
            plan=plan.stream,
            exam_on=slot.exam_on,
            accepted_on=at.today,
            since=learner.since,
            basis=learner.basis,
            attempts=learner.attempts,
            school=learner.school,
        )
    ]


def _why_not(slot: ExamSlot, plan: ExamPlan, at: Circumstances) -> NotPlacedReason | None:
    if plan.stage in (ExamPlanStage.NEW, ExamPlanStage.CANCELLED):
        return NotPlacedReason.NOT_ANNOUNCED
    if plan.stage is not ExamPlanStage.OPEN or at.today >= plan.results_on:
        return NotPlacedReason.BOOKINGS_ENDED
    office = OFFICES[slot.site]
    for ref in prefecture_of_window(slot.site):
        if not open_on(ref.state(at), office, WindowGroup.EXAM, slot.exam_on):
            return NotPlacedReason.SITE_CLOSED
    return None


def _clash(current: Case, at: Circumstances) -> NotPlacedReason | None:
    """Nobody sits two examinations at once, and absence from one counts as a failure."""
    held = any(claim.state(at).holder not in (None, at.stream) for claim in session_claim(current))
    return NotPlacedReason.SAME_SESSION if held else None


def learn(current: Case, command: commands.LearnRanking, at: Circumstances) -> Sequence[CaseEvent]:
    """The booking compares its own key with that of the last one who has a place."""
    if current.booking is None:
        raise NotAsThingsStand(command=type(command).__name__)
    if current.booking.placed:
        return []
    last = None
    if command.last_since and command.last_serial:
        last = RankingKey(command.last_since, command.last_serial)
    if is_placed(current.booking.key, last):
        record_by = at.due(Clock.EXAM_RECORD, current.booking.exam_on)
        return [events.ExamBookingConfirmed(confirmed_on=at.today, record_by=record_by)]
    return [_not_placed(NotPlacedReason.FULL, at)]


def record_result(
    current: Case, command: commands.RecordExamResult, at: Circumstances
) -> Sequence[CaseEvent]:
    sat_on, taken = _held(current, at, passed=command.passed)
    result = events.ExamResultRecorded(
        officer=at.by.person, sat_on=sat_on.exam_on, passed=command.passed
    )
    return [result, *exam_order(current, taken)]


def record_absence(
    current: Case, command: commands.RecordAbsence, at: Circumstances
) -> Sequence[CaseEvent]:
    slot, taken = _held(current, at, passed=False)
    absent = events.ExamineeAbsent(
        officer=at.by.person,
        exam_on=slot.exam_on,
        reconsider_by=at.due(Clock.RECON_APPLY),
        sue_by=at.due(Clock.SUIT),
    )
    return [absent, *exam_order(current, taken)]


def _held(current: Case, at: Circumstances, *, passed: bool) -> tuple[ExamSlot, ExamTaken]:
    """The examination, and what the register hears of it. Raises :class:`ExamNotYetHeld`."""
    slot = slot_of(current)
    if slot is None:
        raise NotAsThingsStand(command="RecordExamResult")
    if at.today < slot.exam_on:
        raise ExamNotYetHeld(exam_on=slot.exam_on)
    return slot, ExamTaken(subject=slot.subject, sat_on=slot.exam_on, passed=passed)


def _not_placed(reason: NotPlacedReason, at: Circumstances) -> events.ExamBookingNotPlaced:
    return events.ExamBookingNotPlaced(
        reason=reason, reconsider_by=at.due(Clock.RECON_APPLY), sue_by=at.due(Clock.SUIT)
    )


def _reads(current: Case, command: commands.JoinRanking) -> Iterable[Ref[Any]]:
    """The plan parts those in the ranking from all others, and the prefecture closes the site.

    The session says whether the learner sits another examination in it.
    """
    if slot := slot_of(current):
        yield Ref(EXAM_PLAN, exam_plan_of(slot))
        yield from prefecture_of_window(slot.site)
    yield from session_claim(current)


DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(
        commands.JoinRanking,
        at={Stage.SUBMITTED},
        by=SYSTEM,
        decide=join,
        when=may_join,
        reads=beside(_reads),
    ),
    Decision(commands.LearnRanking, at={Stage.ACCEPTED}, by=SYSTEM, decide=learn, when=in_ranking),
    Decision(
        commands.FollowExamCancellation,
        at={Stage.ACCEPTED},
        by=SYSTEM,
        decide=follow_cancellation,
        when=in_ranking,
    ),
    Decision(
        commands.CancelExamBooking,
        at={Stage.ACCEPTED},
        by=APPLICANTS_OR_WINDOW,
        decide=cancel,
        when=in_ranking,
        who=for_applicant,
        reads=beside(lambda current, command: ()),
    ),
    Decision(
        commands.RecordExamResult,
        at={Stage.ACCEPTED},
        by=OFFICERS,
        decide=record_result,
        when=has_place,
        act=OfficialAct.DECIDE,
    ),
    Decision(
        commands.RecordAbsence,
        at={Stage.ACCEPTED},
        by=OFFICERS,
        decide=record_absence,
        when=has_place,
        act=OfficialAct.DECIDE,
    ),
)
