"""From a file of decisions to the figures, over one unchanging sight of the store."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple

from cheguan.whatif import stored
from cheguan.whatif.decided_world import decided_world, differ
from cheguan.whatif.decision_file import not_allowed
from cheguan.whatif.entries import DecisionSet
from cheguan.whatif.replay import Comparison, compare
from cheguan.whatif.taken import taken
from domain.calendar import end_of_day
from domain.codec import Codec

_BEFORE_ALL: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LEAST: Final = timedelta(microseconds=1)


class Outlook(NamedTuple):
    """The figures, and whether the file changes any decision."""

    comparison: Comparison
    changes: bool


async def were_taken(url: str, codec: Codec) -> DecisionSet:
    """Every decision that the store has."""
    async with stored.unchanging(url) as connection:
        found = await stored.decisions_taken(connection, codec)
        return taken(found.prefectures, found.reliefs)


async def outlook(
    url: str,
    codec: Codec,
    decisions: DecisionSet,
    text: str,
    day: date | None,
    progress: Callable[[int, int], None],
) -> Outlook:
    """Counts up to the end of a day, or to the last that happened.

    Raises :class:`~cheguan.whatif.decision_file.FileUnfit` for decisions that the rules refuse.
    ``text`` is the file, in whose lines they stand.
    """
    async with stored.unchanging(url) as connection:
        was = (await stored.decisions_taken(connection, codec)).world
        would, refused = decided_world(was, decisions)
        if refused:
            raise not_allowed(text, refused)
        last = await stored.last_instant(connection, codec) or _BEFORE_ALL
        until = min(last, end_of_day(day) - _LEAST) if day else last
        found = await compare(connection, codec, was, would, until, progress)
        return Outlook(found, differ(was, would))
