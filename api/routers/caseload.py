"""What an office has in hand: its queues, and a search."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.command_request import read_command
from api.dependencies import Reader, Reading, TheDesk, TheLanguage
from api.language import Language
from api.lookup import MORE, PAGE, LookupRequest, sought
from api.lookup import cursor_of as lookup_cursor_of
from api.lookup import place_of as lookup_place_of
from api.problems import Problem
from api.queues import QUEUES, cursor_of, place_of
from domain.access import offices_of
from domain.case.case import CASE
from domain.case.wording import CLOCKS
from domain.clocks.provisional import is_provisional
from projections.caseload.queries import Entry, LookupPlace, QueuePlace, lookup, queue

router = APIRouter(prefix="/cases", tags=["cases"])

_PAGE: Final = 50


@router.get("", operation_id="listCases", summary="A queue, green channel first, then by due day")
async def cases(
    desk: TheDesk,
    identity: Reader,
    reading: Reading,
    language: TheLanguage,
    response: Response,
    queue_name: Annotated[str, Query(alias="queue")] = "all",
    service: str | None = None,
    cursor: str | None = None,
) -> dict[str, Any]:
    """Lists the cases of a queue. ``Link: rel="next"`` leads to the following page."""
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
        after=place_of(cursor) if cursor else None,
        limit=_PAGE + 1,
    )
    page, more = entries[:_PAGE], entries[_PAGE:]
    following = None
    if more:
        last = page[-1]
        following = cursor_of(QueuePlace(last.green, last.due_on, last.case_id))
        wanted = f"&service={service}" if service in desk.catalogue else ""
        response.headers["link"] = (
            f'</api/v1/cases?queue={queue_name}{wanted}&cursor={following}>; rel="next"'
        )
    return {"cases": [_line(entry, language) for entry in page], "next": following}


@router.post("/lookup", operation_id="lookUpCases", summary="Cases of a person or vehicle")
async def look_up(
    request: Request, desk: TheDesk, identity: Reader, reading: Reading, language: TheLanguage
) -> dict[str, Any]:
    """Finds cases by exactly one of ID number, plate (``02:豫A12345``), VIN or licence number.

    The number may be spelt in any way that a form takes. Where more than 100 cases fit,
    ``note`` says so, and ``next`` is the ``cursor`` of the following page.
    """
    asked = read_command(LookupRequest, request, await request.body())
    wanted = sought(asked, desk.today, language)
    entries = await lookup(
        reading,
        offices_of(identity.actor),
        desk.index.of(*wanted),
        after=lookup_place_of(asked.cursor) if asked.cursor else None,
        limit=PAGE + 1,
    )
    found = entries[:PAGE]
    is_more = len(entries) > PAGE
    return {
        "cases": [_line(entry, language) for entry in found],
        "next": lookup_cursor_of(LookupPlace(found[-1].submitted_at, found[-1].case_id))
        if is_more
        else None,
        "note": MORE.text(language) if is_more else None,
    }


def _line(entry: Entry, language: Language) -> dict[str, Any]:
    return {
        **entry._asdict(),
        "stage_title": CASE.words.stages[entry.stage].text(language),
        "due_title": CLOCKS[entry.due_clock].text(language) if entry.due_clock else None,
        "due_provisional": bool(
            entry.due_clock and entry.due_on and is_provisional(entry.due_clock, entry.due_on)
        ),
    }
