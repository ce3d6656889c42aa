"""The applications that the caller has submitted, a page at a time."""

from datetime import date, datetime
from typing import Annotated, Final, TypedDict
from uuid import UUID

from fastapi import APIRouter, Query

from api.dependencies import Applicant, Reading, TheDesk, TheLanguage
from api.language import Language
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import headed
from api.stream_cursor import cursor_after, stream_before
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.case.wording import CLOCKS
from domain.clocks.clock import Clock
from domain.offices.tree import OFFICES
from domain.services.catalogue import Catalogue
from projections.caseload.own import OwnCase, own_cases

router = APIRouter(prefix="/applications", tags=["applications"], route_class=TypedRoute)

_LONGEST: Final = 100


class ApplicationLine(TypedDict):
    """An application in brief, with the day by which the next step is due."""

    id: UUID
    reference: str
    service: str
    service_title: str
    office: str
    office_title: str
    stage: Stage
    stage_title: str
    version: int
    submitted_at: datetime
    updated_at: datetime
    due_clock: Clock | None
    due_title: str | None
    due_on: date | None


class ApplicationsPage(TypedDict):
    """A page of applications. ``next`` is the cursor of the following one."""

    applications: list[ApplicationLine]
    next: str | None


@router.get(
    "",
    operation_id="listApplications",
    summary="My applications, the newest first",
    openapi_extra=headed("Link"),
)
async def applications(
    desk: TheDesk,
    identity: Applicant,
    reading: Reading,
    language: TheLanguage,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
    limit: Annotated[int, Query(ge=1, le=_LONGEST)] = 50,
) -> Answer[ApplicationsPage]:
    """Lists what the caller has submitted. ``Link: rel="next"`` leads to the following page.

    The list is folded from the log, so what was submitted this instant may come a moment later:
    with ``min_position`` of the receipt it is there.
    """
    before = stream_before(cursor) if cursor else None
    found = await own_cases(reading, identity.actor.caller, before=before, limit=limit + 1)
    page, headers, following = found[:limit], {}, None
    if len(found) > limit:
        following = cursor_after(page[-1].case_id)
        address = f"/api/v1/applications?limit={limit}&cursor={following}"
        headers["link"] = f'<{address}>; rel="next"'
    lines = [_line(each, desk.catalogue, language) for each in page]
    return Answer({"applications": lines, "next": following}, headers=headers)


def _line(own: OwnCase, catalogue: Catalogue, language: Language) -> ApplicationLine:
    return {
        "id": own.case_id,
        "reference": own.reference,
        "service": own.service,
        "service_title": catalogue[own.service].title.text(language),
        "office": own.office,
        "office_title": OFFICES[own.office].title.text(language),
        "stage": Stage(own.stage),
        "stage_title": CASE.words.stages[own.stage].text(language),
        "version": own.version,
        "submitted_at": own.submitted_at,
        "updated_at": own.updated_at,
        "due_clock": Clock(own.due_clock) if own.due_clock else None,
        "due_title": CLOCKS[own.due_clock].text(language) if own.due_clock else None,
        "due_on": own.due_on,
    }
