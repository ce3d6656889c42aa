"""Hands out the next case of a queue, so that no two officers get the same one."""

from collections.abc import AsyncIterator
from datetime import date
from uuid import UUID

from psycopg.errors import ReadOnlySqlTransaction

from api.command_outcome import carried_out
from api.command_request import request_by
from api.dependencies import read_connection, unavailable
from api.desk import Desk
from api.identity import Identity
from api.preconditions import exactly
from api.queues import QUEUES, Queue
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

REVIEW = "review"
_PAGE = 50
_TO_BE_REVIEWED = Queue((Stage.ACCEPTED, Stage.IN_REVIEW), free=True)
_DECIDED_NEXT = {Stage.ACCEPTED, Stage.IN_REVIEW}
_NOT_HIS = (Stale, Conflict, Unknown, OtherOfficerRequired, ConflictOfInterest)
"""Why a case of the queue is not for this officer. The next one may be."""


async def next_case(desk: Desk, identity: Identity, name: str) -> UUID | None:
    """A case of the queue that nobody else is given, or None when none is free.

    Of ``review`` the case is taken: its review has begun. Of any other queue it rests with the
    caller for a quarter of an hour, and he is given it again until he has acted on it.
    """
    if name == REVIEW:
        return await _reviewed(desk, identity)
    return await _handed_out(desk, identity, QUEUES[name])


async def _reviewed(desk: Desk, identity: Identity) -> UUID | None:
    """Begins the review of the first case that this officer may review and nobody has taken.

    Those for which he answers come first, then all others. What he has handed back himself is not
    given to him again. By its address he may still take it.
    """
    async for entry in _own_first(desk, identity):
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


async def _own_first(desk: Desk, identity: Identity) -> AsyncIterator[Entry]:
    person = identity.actor.person
    async for entry in _entries(desk, identity, _TO_BE_REVIEWED, handler=person):
        yield entry
    async for entry in _entries(desk, identity, _TO_BE_REVIEWED):
        if entry.handler != person:
            yield entry


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


async def _entries(
    desk: Desk, identity: Identity, named: Queue, handler: str | None = None
) -> AsyncIterator[Entry]:
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
                warned=named.warned,
                at_work=named.at_work,
                handler=handler,
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
