"""The plan of an examination as its history says it is, and where it stands."""

from contextlib import suppress
from datetime import date
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.choice import Choice
from domain.exam_plans.ranking import RankingKey
from domain.exam_plans.reason import ExamCancelReason
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.licence_classes import LicenceClass
from domain.identifiers.text import squeezed
from domain.name_based import uuid5
from domain.register.learner_permit import ExamSubject
from domain.services.blocks.appointment.examination import ExamSession, ExamSlot
from domain.titles import Title

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7b20").bytes


class ExamPlanStage(Choice):
    """``NEW`` is the plan before its first event, and is never stored."""

    NEW = "new", "未发布", "Not published"
    OPEN = "open", "可预约", "Bookings are taken"
    CLOSED = "closed", "预约截止，正在排序", "Bookings have ended"
    RANKED = "ranked", "预约结果已公布", "It is known who has a place"
    CANCELLED = "cancelled", "考试取消", "Not held"


class ExamPlan(State, frozen=True):
    """Bookings append nothing here. Each reads it under guard, and is ranked in its own case.

    ``last`` is the key of the last of those who have a place.
    """

    stage: ExamPlanStage = ExamPlanStage.NEW
    site: Annotated[str, Title("考场", "examination site")] = ""
    exam_on: Annotated[date, Title("考试日期", "date of the examination")] = date.min
    session: Annotated[ExamSession, Title("考试场次", "session")] = ExamSession.MORNING
    subject: Annotated[ExamSubject, Title("考试科目", "subject")] = ExamSubject.ONE
    exam_class: Annotated[LicenceClass, Title("考试车型", "class")] = LicenceClass.C1
    capacity: Annotated[int, Title("考试名额", "places")] = 0
    results_on: Annotated[date, Title("预约结果公布日期", "results published on")] = date.min
    applicants: Annotated[int, Title("预约人数", "applicants")] = 0
    placed: Annotated[int, Title("预约成功人数", "have a place")] = 0
    last: Annotated[RankingKey | None, Title("末位排序", "last one with a place")] = None
    cancelled_for: Annotated[ExamCancelReason | None, Title("取消原因", "cancelled for")] = None

    @property
    def slot(self) -> ExamSlot:
        return ExamSlot(self.site, self.exam_on, self.session, self.subject, self.exam_class)


def exam_plan_name(slot: ExamSlot) -> str:
    """How an address names an examination, such as ``410100.exs1:2020-03-20:morning:SUBJ2:C1``."""
    day = slot.exam_on.isoformat()
    return ":".join((slot.site, day, slot.session, slot.subject, slot.exam_class))


def exam_plan_of(slot: ExamSlot) -> UUID:
    """The stream of the plan of an examination."""
    return exam_plan_named(exam_plan_name(slot))


def exam_plan_named(name: str) -> UUID:
    """The stream of a plan by its name, as somebody has typed it. Other texts name no plan."""
    with suppress(InvalidIdentifier):
        name = squeezed(name)
    return uuid5(_SPACE, name.lower())
