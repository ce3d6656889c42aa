"""The next case of a queue: whoever asks gets one of his own."""

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from api.command_request import read_command
from api.dependencies import (
    Arrived,
    Officer,
    TheDesk,
    TheLanguage,
)
from api.handed_out import REVIEW, next_case
from api.openapi.operation import answered, asked, joined, without_content
from api.openapi.schemas import schema_of
from api.openapi.stream_schemas import one_of
from api.problems import Problem
from api.queues import QUEUES
from api.resources import CASES
from api.views.stream import stream_view
from domain.case.case import CASE

router = APIRouter(prefix="/cases", tags=["cases"])


class NextRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    queue: str = REVIEW


@router.post(
    "/next",
    operation_id="takeNextCase",
    summary="Take the next case of a queue",
    openapi_extra=joined(
        asked(schema_of(NextRequest), required=False),
        answered(one_of(CASE, parts=True, days=True, lawful=True), headers=("ETag",)),
        without_content(204, "No case of this queue is free."),
    ),
)
async def take_next(
    request: Request, desk: TheDesk, identity: Officer, arrived: Arrived, language: TheLanguage
) -> Response:
    """Gives a case that nobody else is given, or 204 when none is free.

    Of ``review`` the case is taken: its review has begun. Of any other queue it rests with the
    caller for a quarter of an hour, and he is given it again until he has acted on it.
    """
    wanted = read_command(NextRequest, request, await request.body())
    if wanted.queue not in QUEUES:
        raise Problem("queue-unknown", 404, members={"queues": sorted(QUEUES)})
    given = await next_case(desk, identity, wanted.queue)
    if given is None:
        return Response(status_code=204)
    return await stream_view(desk, CASES, identity, given, language)
