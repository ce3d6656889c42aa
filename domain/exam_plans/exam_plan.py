"""EXAM PLAN: an examination that learners book, and who of them has a place in it (ADR 82).

Everybody reads it, and no booking appends to it. A booking that joins the ranking guards this
stream, so :class:`~domain.exam_plans.events.ExamPlanClosed` parts those in it from all others.
"""

from typing import Final

from msgspec.structs import replace

from domain.aggregate import Aggregate, Decision, Effect
from domain.exam_plans import commands, decisions, events
from domain.exam_plans.ranking import RankingKey
from domain.exam_plans.state import ExamPlan, ExamPlanStage, exam_plan_name
from domain.exam_plans.words import WORDS
from domain.message import PassDeadline
from domain.people import Actor, Role
from domain.prefectures.events import DecisionsTookEffect
from domain.reaction import DONE, BulkReaction
from domain.refusal import NotAtThisStage

_BY_ITSELF: Final = frozenset({Role.SYSTEM})
_PLANNERS: Final = frozenset({Role.SUPERVISOR, Role.HQ})
_TO_COME: Final = frozenset({ExamPlanStage.OPEN, ExamPlanStage.CLOSED, ExamPlanStage.RANKED})


def _published(current: ExamPlan, event: events.ExamPlanPublished) -> ExamPlan:
    return replace(
        current,
        site=event.site,
        exam_on=event.exam_on,
        session=event.session,
        subject=event.subject,
        exam_class=event.exam_class,
        capacity=event.capacity,
        results_on=event.results_on,
    )


def _ranked(current: ExamPlan, event: events.ExamRankingFixed) -> ExamPlan:
    last = None
    if event.last_since and event.last_serial:
        last = RankingKey(event.last_since, event.last_serial)
    return replace(current, applicants=event.applicants, placed=event.placed, last=last)


def _cancelled(current: ExamPlan, event: events.ExamPlanCancelled) -> ExamPlan:
    return replace(current, cancelled_for=event.reason)


def _sees(by: Actor, current: ExamPlan, owner: Actor) -> bool:
    """Examinations are announced, so everybody may look at them."""
    return True


def _about(current: ExamPlan) -> dict[str, str]:
    return {"plan": exam_plan_name(current.slot)}


SITES_CLOSED: Final = BulkReaction(
    name="exam_plan_follows_openings",
    on=DecisionsTookEffect,
    then=lambda cause, target: commands.FollowSiteOpening(),
    refused={NotAtThisStage: DONE},
)
EXAM_PLAN: Final = Aggregate(
    kind="exam_plan",
    initial=ExamPlan(),
    event=events.ExamPlanEvent,
    command=commands.ExamPlanCommand,
    decisions=(
        Decision(
            commands.PublishExamPlan,
            at={ExamPlanStage.NEW},
            by=_PLANNERS,
            decide=decisions.publish,
            reads=decisions.prefecture_read,
        ),
        Decision(PassDeadline, at={ExamPlanStage.OPEN}, by=_BY_ITSELF, decide=decisions.close),
        Decision(
            commands.FixExamRanking,
            at={ExamPlanStage.CLOSED},
            by=_BY_ITSELF,
            decide=decisions.fix_ranking,
        ),
        Decision(
            commands.CancelExamPlan,
            at=_TO_COME,
            by=_PLANNERS,
            decide=decisions.cancel,
            who=decisions.over_the_site,
        ),
        Decision(
            commands.FollowSiteOpening,
            at=_TO_COME,
            by=_BY_ITSELF,
            decide=decisions.follow_site_opening,
            reads=decisions.site_read,
        ),
    ),
    effects=(
        Effect(events.ExamPlanPublished, to=ExamPlanStage.OPEN, change=_published),
        Effect(events.ExamPlanClosed, to=ExamPlanStage.CLOSED),
        Effect(events.ExamRankingFixed, to=ExamPlanStage.RANKED, change=_ranked),
        Effect(events.ExamPlanCancelled, to=ExamPlanStage.CANCELLED, change=_cancelled),
    ),
    words=WORDS,
    timer=decisions.timer,
    sees=_sees,
    office=lambda current: current.site,
    about=_about,
    reactions=(SITES_CLOSED,),
)
