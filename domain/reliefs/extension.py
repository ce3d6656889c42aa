"""When a deadline of the register is stored as moved: once for each day to which it moves."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from domain.circumstances import Circumstances
from domain.clocks.lawful import LawfulDeadline
from domain.register.extension import ExtendedDeadline, extension_of
from domain.reliefs.effect import moved_at


class Extension(NamedTuple):
    """The fields of the event that says so."""

    clock: str
    old: date
    new: date | None
    relief: str


def not_yet(
    deadline: LawfulDeadline,
    stored: Iterable[ExtendedDeadline],
    office: str,
    at: Circumstances,
) -> Extension | None:
    """How a relief has moved a deadline that would pass. None if it passes."""
    moved = moved_at(deadline, office, at)
    if moved is None:
        return None
    before = extension_of(stored, deadline.clock, deadline.last)
    waits = before.new if before else deadline.last
    if moved.until is not None and waits is not None and moved.until <= waits:
        return None
    return Extension(deadline.clock, deadline.last, moved.until, moved.relief.relief)


def looked_at_again(
    deadline: LawfulDeadline,
    stored: Iterable[ExtendedDeadline],
    office: str,
    at: Circumstances,
    *,
    passed: bool,
) -> Extension | None:
    """What a relief that has just been decided on does to a deadline that waits for none.

    One that has passed is open again if its day lies ahead by this relief. One that was open
    gets its day. Whoever relied on it being open is never late on the same day.
    """
    before = extension_of(stored, deadline.clock, deadline.last)
    moved = moved_at(deadline, office, at)
    if passed:
        found = not_yet(deadline, stored, office, at)
        return found if found and (found.new is None or found.new >= at.today) else None
    if before is None or before.new is not None or (moved and moved.until is None):
        return None
    until = moved.until if moved and moved.until else deadline.last
    relief = moved.relief.relief if moved else before.relief
    return Extension(deadline.clock, deadline.last, max(until, at.today), relief)
