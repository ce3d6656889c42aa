"""Which examinations a site has announced, and how many places of them nobody has asked for."""

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
from api.views.announced_exams import AnnouncedExam, announced_exams
from domain.exam_plans.refusals import NoExamSite
from domain.identifiers.licence_classes import LicenceClass
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES
from domain.register.learner_permit import ExamSubject

router = APIRouter(prefix="/examinations", tags=["exam-plans"], dependencies=[Depends(public())])

_FRESH_S: Final = 5
_SITE: Final = {"example": "410100.exs1"}


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
    found = await announced_exams(reading, site, subject, first or desk.today, desk.today)
    listed = tuple(each for each in found if exam_class in (None, each.exam_class))
    return cached(
        msgspec.json.encode(AnnouncedExams(site=site, examinations=listed)), seconds=_FRESH_S
    )
