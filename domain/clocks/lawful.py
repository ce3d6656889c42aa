"""A deadline as the law has it, and as a relief has moved it."""

from datetime import date
from typing import NamedTuple

from domain.clocks.clock import Clock


class LawfulDeadline(NamedTuple):
    """The last day of a clock by law. ``since`` is the day from which it counts, if it counts."""

    clock: Clock
    last: date
    since: date | None = None


class MovedDeadline(NamedTuple):
    """A deadline ``by_law``, and the day ``until`` which the relief of this name has moved it.

    There is none while the relief holds it open.
    """

    clock: Clock
    by_law: date
    until: date | None
    relief: str
