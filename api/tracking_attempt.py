"""An attempt to track an application, by its reference and the end of the ID number.

An unknown reference and a wrong number cost the same tokens, ask the database the same questions
and get the same answer. For an unknown one the application whose reference follows is read in its
place; nothing of it is opened.
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import Final, NamedTuple
from uuid import UUID

from api.dependencies import read_connection
from api.desk import Desk
from api.masking import ends_with, part
from api.problems import Problem
from api.rates.buckets import TRACKING_FROM_ADDRESS, TRACKING_OF_REFERENCE
from api.rates.guesses import Drawn
from api.security.events import TRACKING_FAILED
from api.security.log import noted
from api.unopened import PartUnopened
from domain.event_store.pending import StoreUnavailable
from domain.identifiers import reference as references
from domain.identifiers.invalid import InvalidIdentifier
from domain.keyring import KeyErased
from domain.vault import SealBroken
from projections.engine.parking import parked_at
from projections.tracking.row import TRACKING, Tracked, with_reference_or_next

_APPLICANT: Final = "applicant"
_NOBODY: Final = UUID(int=0)


class FoundApplication(NamedTuple):
    """``unreadable`` is the version from which on the history cannot be read, if there is one."""

    row: Tracked
    unreadable: int | None
    fields: dict[str, str]


async def found(desk: Desk, client: str, typed: str, end: str) -> FoundApplication:
    """The application, if both fit: the reference as it was typed, and the end of the ID number.

    Raises 404, 429 after too many wrong attempts with this reference or from this ``client``,
    and 503. The check character is verified before the database is asked.
    """
    try:
        reference = references.parse(typed).text
    except InvalidIdentifier:
        noted(TRACKING_FAILED, why="misspelt")
        raise Problem("tracking-not-found", 404) from None
    attempt = await desk.guesses.attempt(
        Drawn(TRACKING_FROM_ADDRESS, client), Drawn(TRACKING_OF_REFERENCE, reference)
    )
    try:
        row, unreadable, applicant = await _looked_up(desk, reference)
    except (Problem, StoreUnavailable):
        await attempt.void()
        raise
    fits = ends_with(applicant, end)
    if row is None or row.reference != reference or not fits:
        noted(TRACKING_FAILED, why="wrong" if row and row.reference == reference else "unknown")
        await attempt.wrong()
        raise Problem("tracking-not-found", 404, headers=attempt.fields)
    await attempt.void()
    return FoundApplication(row, unreadable, attempt.fields)


async def _looked_up(
    desk: Desk, reference: str
) -> tuple[Tracked | None, int | None, Mapping[str, object] | None]:
    """The row with this reference or the next, and its applicant only if it has this one.

    The key of the next is looked for as well, and nothing is opened with it.
    """
    async with read_connection(desk) as reading:
        row = await with_reference_or_next(reading, reference)
        stream = row.stream if row else _NOBODY
        parked = await parked_at(reading, TRACKING.name, stream)
    if row is None or row.reference != reference:
        with suppress(KeyErased, SealBroken):
            await desk.keyring.key(row.key_id if row else _NOBODY)
        return row, None, None
    try:
        applicant = await part(desk.keyring, stream, row.key_id, row.sealed, _APPLICANT)
    except PartUnopened as damaged:
        raise Problem("part-unopened", 503) from damaged
    return row, row.version + 1 if parked else None, applicant
