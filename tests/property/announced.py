"""What offices have announced, at which the decisions on a case look."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from domain.case.case import CASE
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.exam_plans.events import ExamPlanPublished
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.state import exam_plan_of
from domain.identifiers.licence_classes import LicenceClass
from domain.message import Command
from domain.register.learner_permit import ExamSubject
from domain.services.blocks.appointment.examination import ExamSession, ExamSlot
from tests.kit.booked import plans

_EXAMINATION: Final = ExamSlot(
    "410100.exs1", date(2020, 3, 22), ExamSession.MORNING, ExamSubject.TWO, LicenceClass.C1
)
_PUBLISHED: Final = ExamPlanPublished(
    **_EXAMINATION._asdict(), capacity=2, results_on=date(2020, 3, 19)
)
ANNOUNCED: Final[Mapping[UUID, Any]] = {
    **plans(20),
    exam_plan_of(_EXAMINATION): EXAM_PLAN.fold([_PUBLISHED]),
}
"""Days with seats, and the examination for which the example of a booking asks."""


def looking(
    at: Circumstances, current: Case, command: Command, known: Mapping[UUID, Any]
) -> Circumstances:
    """A decision sees the streams that its row reads, and no other. All seats are free."""
    seen = {r.stream: known.get(r.stream, r.of.initial) for r in CASE.reads(current, command)}
    at = replace(at, seen=seen)
    further = CASE.row(type(command)).further
    if further is None:
        return at
    looked_at = {ref.stream: ref.of.initial for ref in further(current, command, at)}
    return replace(at, seen=looked_at | seen)
