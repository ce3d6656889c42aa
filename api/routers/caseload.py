"""What an office has in hand: its queues, and a search."""

from typing import Annotated, Any, Final

import msgspec
from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.command_request import read_command
from api.dependencies import Reader, Reading, TheDesk, TheLanguage
from api.language import Language
from api.problems import Problem
from api.queues import QUEUES, cursor_of, place_of
from domain.access import offices_of
from domain.case.case import CASE
from domain.case.wording import CLOCKS
from domain.clocks.provisional import is_provisional
from domain.vault import Purpose
from projections.caseload.queries import Entry, QueuePlace, lookup, queue

router = APIRouter(prefix="/cases", tags=["cases"])

_PAGE: Final = 50


class LookupRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One number. It stands in the body, because a URL is written to logs."""

    id_no: Annotated[str, msgspec.Meta(max_length=18)] | None = None
    plate: Annotated[str, msgspec.Meta(max_length=16)] | None = None
    vin: Annotated[str, msgspec.Meta(max_length=17)] | None = None
    licence_no: Annotated[str, msgspec.Meta(max_length=18)] | None = None


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
    """Finds cases by exactly one of ID number, plate (``02:豫A12345``), VIN or licence number."""
    asked = read_command(LookupRequest, request, await request.body())
    given = [
        (purpose, number)
        for purpose, number in (
            (Purpose.ID_NO, asked.id_no),
            (Purpose.PLATE, asked.plate),
            (Purpose.VIN, asked.vin),
            (Purpose.LICENCE, asked.licence_no),
        )
        if number
    ]
    if len(given) != 1:
        raise Problem("lookup-needs-one", 422)
    index = desk.index.of(given[0][0], given[0][1].strip().upper())
    found = await lookup(reading, offices_of(identity.actor), index)
    return {"cases": [_line(entry, language) for entry in found]}


def _line(entry: Entry, language: Language) -> dict[str, Any]:
    return {
        **entry._asdict(),
        "stage_title": CASE.words.stages[entry.stage].text(language),
        "due_title": CLOCKS[entry.due_clock].text(language) if entry.due_clock else None,
        "due_provisional": bool(
            entry.due_clock and entry.due_on and is_provisional(entry.due_clock, entry.due_on)
        ),
    }
