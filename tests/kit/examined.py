"""Cases in which somebody asks for a place in an examination that is announced."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from domain.calendar import local_day
from domain.case.by_rank import judged_by_register, slot_of
from domain.case.consultation.commands import RecordExtract
from domain.case.examination.commands import JoinRanking, LearnRanking
from domain.case.review.commands import CheckResult
from domain.exam_plans.booking import LearnerStanding
from domain.exam_plans.events import ExamPlanPublished
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.ranking import RankBasis
from domain.exam_plans.state import ExamPlan, exam_plan_of
from domain.people import system
from domain.services.blocks.appointment.examination import ExamSlot
from tests.kit.life import CHECKER, MORNING, Life

RANKER: Final = system("case_learns_exam_ranking")


def announced(slot: ExamSlot, capacity: int = 5) -> Mapping[UUID, ExamPlan]:
    """The plan of an examination, by its stream. Its bookings end on the day before it."""
    published = ExamPlanPublished(**slot._asdict(), capacity=capacity, results_on=slot.exam_on)
    return {exam_plan_of(slot): EXAM_PLAN.fold([published])}


class Examined(Life):
    """A booking that is in the ranking, and has a place. Its example is for 20 days ahead."""

    def __init__(self, number: int, at: datetime = MORNING, **facts: Any) -> None:
        super().__init__("exam_booking", number, at, **facts)
        slot = slot_of(self.state)
        assert slot is not None
        self.seen = announced(slot)
        passed = [CheckResult(code, True) for code in judged_by_register("exam_booking")]
        standing = LearnerStanding(at, RankBasis.ACCEPTED, 0)
        extract = RecordExtract(as_of=self.now, results=tuple(passed), learner=standing)
        self.does(CHECKER, extract, JoinRanking())
        booking = self.state.booking
        assert booking is not None
        last = LearnRanking(last_since=booking.key.since, last_serial=booking.key.serial)
        self.does(RANKER, last)
        self.days_ahead = (slot.exam_on - local_day(self.now)).days
