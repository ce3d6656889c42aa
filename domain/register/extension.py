"""A deadline of the register that a relief has moved, as its stream has stored it.

Such deadlines are derived. One is stored when it would have passed but for a relief.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from domain.clocks.clock import Clock


class ExtendedDeadline(msgspec.Struct, frozen=True, gc=False):
    """What ended on ``old`` by law ends on ``new``, or nobody knows yet when.

    ``relief`` names the relief that has moved it.
    """

    clock: Clock
    old: date
    new: date | None
    relief: str


def extended(
    before: Iterable[ExtendedDeadline], clock: Clock, old: date, new: date | None, relief: str
) -> tuple[ExtendedDeadline, ...]:
    """The extensions with one more, in the place of any of the same deadline."""
    others = (each for each in before if (each.clock, each.old) != (clock, old))
    return (*others, ExtendedDeadline(clock, old, new, relief))


def extension_of(
    stored: Iterable[ExtendedDeadline], clock: Clock, old: date
) -> ExtendedDeadline | None:
    """That of the deadline which ends on ``old`` by law. A later one of the clock has none."""
    return next((each for each in stored if (each.clock, each.old) == (clock, old)), None)


def waits_until(stored: Iterable[ExtendedDeadline], clock: Clock, last: date) -> date | None:
    """The day at whose end the deadline passes, or ``None`` while it is open."""
    found = extension_of(stored, clock, last)
    return found.new if found else last
