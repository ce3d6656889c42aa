"""``/apply/{service}/examinations``: what a site has announced, and how many have applied for it.

Whoever applies takes an examination into his draft. Places go by rank and not by who comes first.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from api.dependencies import Reading, TheDesk
from api.pages.apply.applicant import HOME, TheApplicant, TheVisitor, as_applicant
from api.pages.apply.application import changed, service_of
from api.pages.apply.beginning import ApplicantRoute
from api.pages.apply.walk import elsewhere
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.page_route import PageRoute
from api.pages.kit.questionnaire.answers import written
from api.pages.kit.questionnaire.filled import with_entries
from api.pages.kit.questionnaire.questions import questions_of
from api.pages.kit.viewer import TheViewer
from api.permissions import public
from api.problems import Problem
from api.views.announced_exams import AnnouncedExam, announced_exams
from domain.exam_plans.state import ExamPlanStage
from domain.identifiers.licence_classes import LicenceClass
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES, REGIONS
from domain.register.learner_permit import ExamSubject
from domain.services.service import Service
from domain.titles import Title

_PATH: Final = f"{HOME}/{{service}}/examinations"
_ASKED: Final = ("site_id", "subject", "exam_class", "exam_date", "session")

open_router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])
router = APIRouter(route_class=ApplicantRoute)


@open_router.get(_PATH)
async def examinations(
    service: str,
    desk: TheDesk,
    reading: Reading,
    viewer: TheViewer,
    visitor: TheVisitor,
    site: Annotated[str, Query(max_length=40)] = "",
    subject: Annotated[ExamSubject, Query()] = ExamSubject.TWO,
    exam_class: Annotated[LicenceClass, Query()] = LicenceClass.C1,
) -> Response:
    """The examinations that can still be booked. Others are past, full by rank, or not held."""
    wanted = _examined(service)
    found: list[AnnouncedExam] = []
    if _is_site(site):
        listed = await announced_exams(reading, site, subject, desk.today, desk.today)
        found = [each for each in listed if each.exam_class is exam_class]
    return render(
        viewer,
        "apply/examinations/examinations.html",
        service=wanted,
        cities=list(_by_city()),
        site=OFFICES[site] if _is_site(site) else None,
        subject=subject,
        subjects=list(ExamSubject),
        exam_class=exam_class,
        classes=list(LicenceClass),
        bookable=[each for each in found if each.bookable],
        off=[each for each in found if each.stage is ExamPlanStage.CANCELLED],
        signed_in=as_applicant(visitor) is not None,
        other=visitor is not None and as_applicant(visitor) is None,
        demo=desk.demo_issuer is not None,
        where=viewer.here(),
    )


@router.post(_PATH)
async def take(
    service: str, request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    """Puts the examination into the draft, and leads to what is still to be filled in."""
    wanted, sent = _examined(service), await fields(request)
    if not _is_site(sent.get("site_id", "")):
        raise Problem("not-found", 404)
    asked = {each.path: each for each in questions_of(wanted.form)}
    given = {
        name: text
        for path in _ASKED
        for name, text in written(asked[path], sent.get(path, "")).items()
    }
    filled, _ = await changed(desk, applicant, service, lambda draft: with_entries(draft, given))
    return elsewhere(filled)


def _examined(code: str) -> Service[Any]:
    """Raises 404 for a service that leads to no examination."""
    service = service_of(code)
    if not {each.path for each in questions_of(service.form)}.issuperset(_ASKED):
        raise Problem("not-found", 404)
    return service


def _is_site(code: str) -> bool:
    return code in OFFICES and OFFICES[code].kind is OfficeKind.EXAM_SITE


def _by_city() -> Iterator[tuple[Title, list[tuple[str, Title]]]]:
    """The examination sites, city by city."""
    for region in REGIONS.values():
        sites = [
            (each.id, each.title)
            for each in OFFICES.values()
            if each.region_code == region.code and _is_site(each.id)
        ]
        if sites:
            yield region.title, sites
