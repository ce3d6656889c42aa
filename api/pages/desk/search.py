"""Finds cases by whatever an officer has in hand: a reference, or a number on a document."""

import re
from contextlib import suppress
from typing import Final
from uuid import UUID

from api.dependencies import read_connection
from api.desk import Desk
from api.identity import Identity
from api.pages.kit.numbers import numbers_of
from api.rates.buckets import LOOKUPS
from api.rates.guesses import Drawn
from api.security.events import PERSON_LOOKED_UP
from api.security.log import noted
from domain.access import offices_of
from domain.case.case import CASE
from domain.door.refusals import NotFound
from domain.identifiers import reference
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.text import squeezed
from projections.caseload.queries import Entry, lookup, these
from projections.tracking.headings import ending_with
from projections.tracking.row import by_reference

_MOST: Final = 50
_ENDING: Final = re.compile(r"[0-9A-Z]{4,8}")
"""Three would fit many a case, and nine are read out as the whole."""


class NoSuchNumber(Exception):
    """The text is neither a reference nor a number that any document bears."""


async def found(desk: Desk, identity: Identity, text: str) -> UUID | list[Entry]:
    """The case of a reference, or the cases of a person or vehicle, newest first.

    The last characters of a reference find open cases too, as people read them out.

    Raises :class:`NoSuchNumber`. Whoever looks up what is not there is soon told to come later.
    """
    try:
        wanted = reference.parse(text).text
    except InvalidIdentifier:
        return await _by_number(desk, identity, text)
    attempt = await desk.guesses.attempt(Drawn(LOOKUPS, identity.principal))
    async with read_connection(desk) as reading:
        row = await by_reference(reading, wanted)
    with suppress(NotFound):
        if row is not None:
            await desk.door.open(CASE, row.stream, identity.actor)
            await attempt.void()
            return row.stream
    await attempt.wrong()
    return []


async def _by_number(desk: Desk, identity: Identity, text: str) -> list[Entry]:
    """The cases of a number, and the open ones whose reference ends so."""
    numbers, ending = [*numbers_of(text, desk.today)], ending_of(text)
    if not numbers and not ending:
        raise NoSuchNumber
    await desk.follow_keys()
    attempt = await desk.guesses.attempt(Drawn(LOOKUPS, identity.principal))
    indexes = [index for number in numbers for index in desk.index.all_of(*number)]
    offices = offices_of(identity.actor)
    async with read_connection(desk) as reading:
        entries = await lookup(reading, offices, indexes, limit=_MOST)
        if ending:
            ends = await ending_with(reading, offices, ending, _MOST)
            known = {entry.case_id for entry in entries}
            more = await these(reading, offices, [case for case in ends if case not in known])
            entries = [*entries, *more][:_MOST]
    await (attempt.void() if entries else attempt.wrong())
    desk.accesses.found_seen(entries, identity.actor)
    for purpose, _ in numbers:
        noted(PERSON_LOOKED_UP, purpose=purpose, found=len(entries))
    return entries


def ending_of(text: str) -> str:
    """The last characters of a reference, if the text can be these and no more."""
    with suppress(InvalidIdentifier):
        ending = squeezed(text, "-")
        return ending if _ENDING.fullmatch(ending) else ""
    return ""
