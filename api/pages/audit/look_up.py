"""Finds a stream by what somebody has in hand and no address shows."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple
from uuid import UUID

from api.dependencies import read_connection
from api.desk import Desk
from api.identity import Identity
from api.pages.kit.numbers import numbers_of
from api.rates.buckets import LOOKUPS
from api.rates.guesses import Drawn
from api.resource import Resource
from api.security.events import PERSON_LOOKED_UP
from api.security.log import noted
from domain.access import offices_of
from domain.aggregate import Aggregate
from domain.door.refusals import NotFound
from domain.identifiers import reference
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.text import squeezed
from projections.caseload.queries import lookup
from projections.tracking.row import by_reference

_MOST: Final = 100


class FoundStream(NamedTuple):
    """A stream, and of what kind it is."""

    of: Aggregate[Any]
    stream: UUID


async def looked_up(
    desk: Desk, identity: Identity, wanted: str, resources: Iterable[Resource[Any]]
) -> FoundStream | Sequence[UUID]:
    """The stream of a reference, an id or a name, or else the cases of a number, newest first.

    Raises :class:`NotFound`. Whoever looks up what is not there is soon told to come later.
    """
    attempt = await desk.guesses.attempt(Drawn(LOOKUPS, identity.principal))
    for stream in await _streams(desk, wanted, resources):
        try:
            place = FoundStream((await desk.door.history(stream, identity.actor)).of, stream)
        except NotFound:
            continue
        await attempt.void()
        return place
    if cases := await _by_number(desk, identity, wanted):
        await attempt.void()
        return cases
    await attempt.wrong()
    raise NotFound


async def _streams(desk: Desk, wanted: str, resources: Iterable[Resource[Any]]) -> Sequence[UUID]:
    """The one of a reference or with this id, or those that have this name in their kinds."""
    try:
        text = reference.parse(wanted).text
    except InvalidIdentifier:
        return _named(wanted, resources)
    async with read_connection(desk) as reading:
        row = await by_reference(reading, text)
    return [row.stream] if row else []


def _named(wanted: str, resources: Iterable[Resource[Any]]) -> Sequence[UUID]:
    try:
        return [UUID(squeezed(wanted))]
    except ValueError:
        return [each.stream_of(wanted) for each in resources if wanted and each.stream_of]


async def _by_number(desk: Desk, identity: Identity, text: str) -> Sequence[UUID]:
    """The cases of a person or vehicle of his offices. They are found by blind indexes alone."""
    numbers = [*numbers_of(text, desk.today)]
    if not numbers:
        return []
    await desk.follow_keys()
    indexes = [index for number in numbers for index in desk.index.all_of(*number)]
    async with read_connection(desk) as reading:
        entries = await lookup(reading, offices_of(identity.actor), indexes, limit=_MOST)
    desk.accesses.found_seen(entries, identity.actor)
    for purpose, _ in numbers:
        noted(PERSON_LOOKED_UP, purpose=purpose, found=len(entries))
    return [entry.case_id for entry in entries]
