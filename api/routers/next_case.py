"""The next case of a queue: whoever asks gets one of his own."""

from collections.abc import AsyncIterator
from datetime import date
from uuid import UUID

import msgspec
from fastapi import APIRouter, Request
from psycopg.errors import ReadOnlySqlTransaction
from starlette.responses import Response

from api.command_outcome import carried_out
from api.command_request import read_command, request_by
from api.dependencies import (
    Arrived,
    Officer,
    TheDesk,
    TheLanguage,
    read_connection,
    unavailable,
)
from api.desk import Desk
from api.identity import Identity
from api.openapi.operation import answered, asked, joined, without_content
from api.openapi.schemas import one_of, schema_of
from api.preconditions import exactly
from api.problems import Problem
from api.queues import QUEUES, Queue
from api.resources import CASES
from api.views.stream import stream_view
from domain.access import offices_of
from domain.case.case import CASE
from domain.case.parties import interests
from domain.case.review.assignment import is_reviewer
from domain.case.review.commands import StartReview
from domain.case.stage import Stage
from domain.conflict import ConflictOfInterest, OfficialAct, OtherOfficerRequired, keep_out
from domain.event_store.handed_out import held_by_others, take
from domain.refusal import Conflict, Refusal, Stale, Unknown
from projections.caseload.queries import Entry, QueuePlace, queue

router = APIRouter(prefix="/cases", tags=["cases"])

_PAGE = 50
_REVIEW = "review"
_TO_BE_REVIEWED = Queue((Stage.ACCEPTED, Stage.IN_REVIEW), free=True)
_DECIDED_NEXT = {Stage.ACCEPTED, Stage.IN_REVIEW}
_NOT_HIS = (Stale, Conflict, Unknown, OtherOfficerRequired, ConflictOfInterest)
"""Why a case of the queue is not for this officer. The next one may be."""


class NextRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    queue: str = _REVIEW


@router.post(
    "/next",
    operation_id="takeNextCase",
    summary="Take the next case of a queue",
    openapi_extra=joined(
        asked(schema_of(NextRequest), required=False),
        answered(one_of(CASE, parts=True, days=True), headers=("ETag",)),
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
    named = QUEUES.get(wanted.queue)
    if named is None:
        raise Problem("queue-unknown", 404, members={"queues": sorted(QUEUES)})
    given = await (
        _reviewed(desk, identity) if wanted.queue == _REVIEW else _handed_out(desk, identity, named)
    )
    if given is None:
        return Response(status_code=204)
    return await stream_view(desk, CASES, identity, given, language)


async def _reviewed(desk: Desk, identity: Identity) -> UUID | None:
    """Begins the review of the first case that this officer may review and nobody has taken.

    What he has handed back himself is not given to him again. By its address he may still take it.
    """
    async for entry in _entries(desk, identity, _TO_BE_REVIEWED):
        if entry.handed_back_by == identity.actor.person:
            continue
        by = request_by(
            identity,
            stream=entry.case_id,
            name=StartReview.__name__,
            body=b"next",
            expected=exactly(entry.version),
        )
        begun = desk.door.handle(CASE, entry.case_id, StartReview(), by)
        try:
            outcome = await carried_out(desk, by.command_id, begun)
            if not outcome.replayed or await _is_reviewing(desk, identity, entry.case_id):
                return entry.case_id
        except _NOT_HIS:
            continue
    return None


async def _is_reviewing(desk: Desk, identity: Identity, case: UUID) -> bool:
    """Whether a case that the officer took before is still his to decide."""
    state = (await desk.door.open(CASE, case, identity.actor))[0].state
    return state.stage is Stage.IN_REVIEW and is_reviewer(identity.actor, state)


async def _handed_out(desk: Desk, identity: Identity, named: Queue) -> UUID | None:
    """Hands out the first case that rests with nobody else and that nobody else reviews."""
    try:
        async for entry in _entries(desk, identity, named):
            if _is_of_another(entry, identity.actor.person, desk.today):
                continue
            if await _keeps_out(desk, identity, entry.case_id):
                continue
            async with read_connection(desk) as reading:
                taken = await take(reading, entry.case_id, identity.principal)
            if taken:
                return entry.case_id
    except ReadOnlySqlTransaction as closed:
        raise unavailable() from closed
    return None


def _is_of_another(entry: Entry, officer: str, today: date) -> bool:
    """Whether somebody else reviews it, and it is not lent to this officer."""
    if entry.stage != Stage.IN_REVIEW or entry.reviewer in (None, officer):
        return False
    is_lent = entry.lent_until is not None and today <= entry.lent_until
    return not (is_lent and entry.lent_to == officer)


async def _keeps_out(desk: Desk, identity: Identity, case: UUID) -> bool:
    """Whether the next step in the case would be a conflict of interest for this officer.

    So it is in what nobody can read at present, because nothing can be done to it.
    """
    try:
        opened, _ = await desk.door.open(CASE, case, identity.actor)
        at = desk.door.circumstances(opened, identity.actor, identity.id_indexes)
        step = OfficialAct.DECIDE if opened.state.stage in _DECIDED_NEXT else OfficialAct.HANDLE
        keep_out(step, interests(opened.state), at)
    except Refusal:
        return True
    return False


async def _entries(desk: Desk, identity: Identity, named: Queue) -> AsyncIterator[Entry]:
    """The whole queue in its order, page by page, without what rests with others.

    Between two pages it holds no connection: taking a case may wait for its commit.
    """
    after: QueuePlace | None = None
    while True:
        async with read_connection(desk) as reading:
            page = await queue(
                reading,
                offices_of(identity.actor),
                stages=named.stages,
                green=named.green,
                late_on=desk.today if named.late else None,
                free=named.free,
                after=after,
                limit=_PAGE,
            )
            streams = [entry.case_id for entry in page]
            held = await held_by_others(reading, streams, identity.principal)
        for entry in page:
            if entry.case_id not in held:
                yield entry
        if len(page) < _PAGE:
            return
        after = QueuePlace(page[-1].green, page[-1].due_on, page[-1].case_id)
