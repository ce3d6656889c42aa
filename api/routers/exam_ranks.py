"""Where a booking stands among all who booked the same examination."""

from datetime import date
from typing import Final, TypedDict
from uuid import UUID

from fastapi import APIRouter

from api.dependencies import Applicant, Reading, TheDesk
from api.desk import Desk
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import titled
from domain.case.by_rank import has_place, slot_of
from domain.case.case import CASE
from domain.door.refusals import NotFound
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.state import ExamPlan, ExamPlanStage, exam_plan_name, exam_plan_of
from domain.people import system
from domain.services.blocks.appointment.examination import ExamSlot
from domain.titles import Title
from projections.examinations.bookings import queue_position

router = APIRouter(prefix="/applications", tags=["applications"], route_class=TypedRoute)

_READER: Final = system("exam_ranks")
_WORDS: Final = Title("查询考试预约排序", "Where a booking of an examination stands")


class ExamRank(TypedDict):
    """``rank`` counts from 1, whoever has waited longest, and moves until bookings end.

    It is null for a booking that is not in the ranking, or not any more. The first ``capacity`` of
    ``applicants`` have a place, which is known on ``results_on``; ``placed`` says who has one.
    """

    plan: str
    stage: ExamPlanStage
    exam_on: date
    results_on: date | None
    capacity: int
    applicants: int
    rank: int | None
    placed: bool


@router.get(
    "/{case}/exam-rank",
    operation_id="getExamRank",
    summary=_WORDS.en,
    openapi_extra=titled(_WORDS),
)
async def exam_rank(
    case: UUID, desk: TheDesk, identity: Applicant, reading: Reading
) -> Answer[ExamRank]:
    """Says the place in the order, and how many places there are.

    The order is folded from the log: with ``min_position`` of the receipt it is that after one's
    own act. An application for anything else has no rank, which is 404.
    """
    state = (await desk.door.open(CASE, case, identity.actor))[0].state
    slot = slot_of(state)
    if slot is None:
        raise NotFound
    plan = await _plan(desk, slot)
    found = await queue_position(reading, case)
    return Answer(
        {
            "plan": exam_plan_name(slot),
            "stage": plan.stage,
            "exam_on": slot.exam_on,
            "results_on": plan.results_on if plan.stage is not ExamPlanStage.NEW else None,
            "capacity": plan.capacity,
            "applicants": plan.applicants or (found.applicants if found else 0),
            "rank": found.rank if found else None,
            "placed": has_place(state),
        }
    )


async def _plan(desk: Desk, slot: ExamSlot) -> ExamPlan:
    """The plan as everybody may see it. Of one that is not announced nothing is known."""
    try:
        return (await desk.door.open(EXAM_PLAN, exam_plan_of(slot), _READER))[0].state
    except NotFound:
        return EXAM_PLAN.initial
