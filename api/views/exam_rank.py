"""Where a booking stands among all who booked the same examination, for the API and the pages."""

from datetime import date
from typing import Final, TypedDict
from uuid import UUID

from api.desk import Desk
from domain.case.by_rank import has_place, slot_of
from domain.case.state import Case
from domain.door.refusals import NotFound
from domain.event_store.transaction import Connection
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.state import ExamPlan, ExamPlanStage, exam_plan_name, exam_plan_of
from domain.people import system
from domain.services.blocks.appointment.examination import ExamSlot
from projections.examinations.bookings import queue_position

_READER: Final = system("exam_ranks")


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


async def exam_rank_of(desk: Desk, reading: Connection, case: UUID, current: Case) -> ExamRank:
    """Raises :class:`NotFound` for an application that is for no examination."""
    slot = slot_of(current)
    if slot is None:
        raise NotFound
    plan = await _plan(desk, slot)
    found = await queue_position(reading, case)
    return {
        "plan": exam_plan_name(slot),
        "stage": plan.stage,
        "exam_on": slot.exam_on,
        "results_on": plan.results_on if plan.stage is not ExamPlanStage.NEW else None,
        "capacity": plan.capacity,
        "applicants": plan.applicants or (found.applicants if found else 0),
        "rank": found.rank if found else None,
        "placed": has_place(current),
    }


async def _plan(desk: Desk, slot: ExamSlot) -> ExamPlan:
    """The plan as everybody may see it. Of one that is not announced nothing is known."""
    try:
        return (await desk.door.open(EXAM_PLAN, exam_plan_of(slot), _READER))[0].state
    except NotFound:
        return EXAM_PLAN.initial
