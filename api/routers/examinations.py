"""Which examinations a site has announced, and how many places of them nobody has asked for."""

from datetime import date
from typing import Annotated, Final

import msgspec
from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.cached import cached
from api.day import Day
from api.dependencies import Reading, TheDesk
from api.openapi.operation import answered
from api.openapi.schemas import schema_of
from api.permissions import public
from domain.exam_plans.refusals import NoExamSite
from domain.exam_plans.state import ExamPlanStage, exam_plan_name
from domain.identifiers.licence_classes import LicenceClass
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES
from domain.register.learner_permit import ExamSubject
from domain.services.blocks.appointment.examination import ExamSession, ExamSlot
from projections.examinations.announced import Announced, announced

router = APIRouter(prefix="/examinations", tags=["exam-plans"], dependencies=[Depends(public())])

_FRESH_S: Final = 5
_SITE: Final = {"example": "410100.exs1"}


class AnnouncedExam(msgspec.Struct, frozen=True):
    """One examination. ``plan`` is its name in addresses.

    Places go by rank and not by who comes first, so ``free`` are those that are left if nobody
    else books. ``bookable``: a booking of today may still join the ranking.
    """

    plan: str
    exam_on: date
    session: ExamSession
    subject: ExamSubject
    exam_class: LicenceClass
    stage: ExamPlanStage
    results_on: date
    capacity: int
    applicants: int
    free: int
    bookable: bool


class AnnouncedExams(msgspec.Struct, frozen=True):
    """What a site has announced, by day. A site without any is no mistake: it may be closed."""

    site: str
    examinations: tuple[AnnouncedExam, ...]


@router.get(
    "",
    operation_id="listExaminations",
    summary="Examinations that a site has announced",
    openapi_extra=answered(schema_of(AnnouncedExams), headers=("ETag", "Cache-Control")),
)
async def examinations(
    desk: TheDesk,
    reading: Reading,
    site: Annotated[str, Query(max_length=20, json_schema_extra=_SITE)],
    subject: Annotated[ExamSubject, Query()],
    exam_class: Annotated[LicenceClass | None, Query()] = None,
    first: Annotated[Day | None, Query(description="from this day on, else from today")] = None,
) -> Response:
    """Lists the examinations of a site in a subject, and in a class if one is named.

    The answer may be some seconds old; whoever books is asked again when he joins the ranking.
    """
    office = OFFICES.get(site)
    if office is None or office.kind is not OfficeKind.EXAM_SITE:
        choices = [each.id for each in OFFICES.values() if each.kind is OfficeKind.EXAM_SITE]
        raise NoExamSite(site=site, choices=choices)
    found = await announced(reading, site, subject, first or desk.today)
    wanted = (each for each in found if exam_class in (None, each.exam_class))
    listed = tuple(_shown(site, subject, each, desk.today) for each in wanted)
    return cached(
        msgspec.json.encode(AnnouncedExams(site=site, examinations=listed)), seconds=_FRESH_S
    )


def _shown(site: str, subject: ExamSubject, found: Announced, today: date) -> AnnouncedExam:
    session, wanted = ExamSession(found.session), LicenceClass(found.exam_class)
    stage = ExamPlanStage(found.stage)
    return AnnouncedExam(
        plan=exam_plan_name(ExamSlot(site, found.exam_on, session, subject, wanted)),
        exam_on=found.exam_on,
        session=session,
        subject=subject,
        exam_class=wanted,
        stage=stage,
        results_on=found.results_on,
        capacity=found.capacity,
        applicants=found.applicants,
        free=max(0, found.capacity - found.applicants),
        bookable=stage is ExamPlanStage.OPEN and today < found.results_on,
    )
