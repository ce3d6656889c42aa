"""What follows for the bookings of an examination when its ranking is fixed, or it is cancelled."""

from typing import Final
from uuid import UUID

from domain.case.examination.commands import FollowExamCancellation, LearnRanking
from domain.exam_plans.events import ExamPlanCancelled, ExamRankingFixed
from domain.reaction import DONE, BulkReaction, Cause
from domain.refusal import NotAsThingsStand, NotAtThisStage


def _learns(cause: Cause[ExamRankingFixed], case: UUID) -> LearnRanking:
    fixed = cause.event
    return LearnRanking(last_since=fixed.last_since, last_serial=fixed.last_serial)


def _ends(cause: Cause[ExamPlanCancelled], case: UUID) -> FollowExamCancellation:
    return FollowExamCancellation(reason=cause.event.reason)


RANKINGS: Final = BulkReaction(
    name="case_learns_exam_ranking",
    on=ExamRankingFixed,
    then=_learns,
    refused={NotAtThisStage: DONE, NotAsThingsStand: DONE},
)
EXAMS_CANCELLED: Final = BulkReaction(
    name="case_follows_exam_cancellation",
    on=ExamPlanCancelled,
    then=_ends,
    refused={NotAtThisStage: DONE, NotAsThingsStand: DONE},
)
