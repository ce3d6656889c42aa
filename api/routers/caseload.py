"""What an office has in hand: its queues, and a search."""

from datetime import date, datetime
from typing import Annotated, Final, TypedDict
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Query, Request

from api.command_request import read_command
from api.dependencies import Arrived, Reader, Reading, TheDesk, TheLanguage, read_connection
from api.language import Language
from api.lookup import MORE, PAGE, LookupRequest, sought
from api.lookup import cursor_of as lookup_cursor_of
from api.lookup import place_of as lookup_place_of
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import asked, headed, joined
from api.openapi.schemas import schema_of
from api.problems import Problem
from api.queues import QUEUES, cursor_of, place_of
from api.rates.buckets import LOOKUPS
from api.rates.guesses import Drawn
from api.security.events import PERSON_LOOKED_UP, STREAMS_LISTED
from api.security.log import noted
from domain.access import offices_of
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.case.wording import CLOCKS
from domain.clocks.clock import Clock
from domain.clocks.provisional import is_provisional
from projections.caseload.queries import Entry, LookupPlace, QueuePlace, lookup, queue

router = APIRouter(prefix="/cases", tags=["cases"], route_class=TypedRoute)

_PAGE: Final = 50
_OFFICER: Final = r"^[A-Za-z0-9._-]{1,64}(@[!-~]{1,256})?$"


class QueueLine(TypedDict):
    """A case as it stands in a queue."""

    case_id: UUID
    version: int
    service: str
    office: str
    stage: Stage
    stage_title: str
    green: bool
    submitted_at: datetime
    due_clock: Clock | None
    due_title: str | None
    due_on: date | None
    due_provisional: bool
    handler: str | None
    reviewer: str | None
    lent_to: str | None
    lent_until: date | None
    unreadable_from: int | None


class QueuePage(TypedDict):
    """A page of a queue. ``next`` is the cursor of the following one."""

    cases: list[QueueLine]
    next: str | None


class FoundCases(TypedDict):
    """The cases of a person or vehicle, newest first. ``note`` says that there are more."""

    cases: list[QueueLine]
    next: str | None
    note: str | None


@router.get(
    "",
    operation_id="listCases",
    summary="A queue, green channel first, then by due day",
    openapi_extra=headed("Link"),
)
async def cases(
    desk: TheDesk,
    identity: Reader,
    reading: Reading,
    language: TheLanguage,
    queue_name: Annotated[
        str, Query(alias="queue", json_schema_extra={"enum": sorted(QUEUES)})
    ] = "all",
    service: str | None = None,
    reviewer: Annotated[str | None, Query(max_length=321, pattern=_OFFICER)] = None,
    handler: Annotated[str | None, Query(max_length=321, pattern=_OFFICER)] = None,
    cursor: str | None = None,
) -> Answer[QueuePage]:
    """Lists the cases of a queue. ``Link: rel="next"`` leads to the following page.

    ``reviewer`` keeps those that one officer reviews, such as one who has fallen ill, and
    ``handler`` those for which one answers.
    """
    named = QUEUES.get(queue_name)
    if named is None:
        raise Problem("queue-unknown", 404, members={"queues": sorted(QUEUES)})
    entries = await queue(
        reading,
        offices_of(identity.actor),
        stages=named.stages,
        service=service,
        green=named.green,
        late_on=desk.today if named.late else None,
        free=named.free,
        warned=named.warned,
        at_work=named.at_work,
        reviewer=reviewer,
        handler=handler,
        after=place_of(cursor) if cursor else None,
        limit=_PAGE + 1,
    )
    page, more = entries[:_PAGE], entries[_PAGE:]
    following, headers = None, {}
    if more:
        last = page[-1]
        following = cursor_of(QueuePlace(last.green, last.due_on, last.case_id))
        wanted = f"&service={service}" if service in desk.catalogue else ""
        for name, officer in (("reviewer", reviewer), ("handler", handler)):
            if officer:
                wanted += f"&{name}={quote(officer, safe='')}"
        headers["link"] = (
            f'</api/v1/cases?queue={queue_name}{wanted}&cursor={following}>; rel="next"'
        )
    lines: QueuePage = {
        "cases": [_line(entry, desk.today, language) for entry in page],
        "next": following,
    }
    noted(STREAMS_LISTED, kind=CASE.kind, lines=len(page))
    return Answer(lines, headers=headers)


@router.post(
    "/lookup",
    operation_id="lookUpCases",
    summary="Cases of a person or vehicle",
    openapi_extra=joined(asked(schema_of(LookupRequest)), headed("RateLimit", "RateLimit-Policy")),
)
async def look_up(
    request: Request, desk: TheDesk, identity: Reader, arrived: Arrived, language: TheLanguage
) -> Answer[FoundCases]:
    """Finds cases by exactly one of ID number, plate (``02:豫A12345``), VIN or licence number.

    The number may be spelt in any way that a form takes. Where more than 100 cases fit,
    ``note`` says so, and ``next`` is the ``cursor`` of the following page.
    """
    given = read_command(LookupRequest, request, await request.body())
    wanted = sought(given, desk.today, language)
    await desk.follow_keys()
    attempt = await desk.guesses.attempt(Drawn(LOOKUPS, identity.principal))
    async with read_connection(desk) as reading:
        entries = await lookup(
            reading,
            offices_of(identity.actor),
            desk.index.all_of(*wanted),
            after=lookup_place_of(given.cursor) if given.cursor else None,
            limit=PAGE + 1,
        )
    await (attempt.void() if entries or given.cursor else attempt.wrong())
    found = entries[:PAGE]
    desk.accesses.found_seen(found, identity.actor)
    noted(PERSON_LOOKED_UP, purpose=wanted.purpose, found=len(found))
    is_more = len(entries) > PAGE
    content: FoundCases = {
        "cases": [_line(entry, desk.today, language) for entry in found],
        "next": lookup_cursor_of(LookupPlace(found[-1].submitted_at, found[-1].case_id))
        if is_more
        else None,
        "note": MORE.text(language) if is_more else None,
    }
    return Answer(content, headers=attempt.fields)


def _line(entry: Entry, today: date, language: Language) -> QueueLine:
    """A loan that is over is not told: the case has returned to its reviewer."""
    is_lent = entry.lent_until is not None and today <= entry.lent_until
    return {
        "case_id": entry.case_id,
        "version": entry.version,
        "service": entry.service,
        "office": entry.office,
        "stage": Stage(entry.stage),
        "green": entry.green,
        "submitted_at": entry.submitted_at,
        "due_clock": Clock(entry.due_clock) if entry.due_clock else None,
        "due_on": entry.due_on,
        "handler": entry.handler,
        "reviewer": entry.reviewer,
        "lent_to": entry.lent_to if is_lent else None,
        "lent_until": entry.lent_until if is_lent else None,
        "unreadable_from": entry.unreadable_from,
        "stage_title": CASE.words.stages[entry.stage].text(language),
        "due_title": CLOCKS[entry.due_clock].text(language) if entry.due_clock else None,
        "due_provisional": bool(
            entry.due_clock and entry.due_on and is_provisional(entry.due_clock, entry.due_on)
        ),
    }
