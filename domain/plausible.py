"""When a thing that somebody from outside tells can have been, or can come to be.

A slip of the pen, or a clock that was never set, gives the year 1 or 9999. What is stored once
is shown for ever, so a day or an instant is held to a span before anything is decided.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Annotated, Any, Final, get_args, get_type_hints

import msgspec

from domain.message import Command
from domain.refusal import Invalid

SKEW: Final = timedelta(minutes=5)
"""So far the clock of a partner or of a telephone may be ahead of ours."""

FIRST_DAY: Final = date(2000, 1, 1)
LAST_DAY: Final = date(2100, 1, 1)
"""Nobody asks about a day before or after these."""


@dataclass(kw_only=True)
class TimeImplausible(Invalid):
    """A day or an instant lies outside the span in which it can be."""

    pointer: str
    rule: str
    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class FromNow:
    """Stands in ``Annotated`` beside the type of a command's field: how far it may be from now."""

    back: timedelta
    ahead: timedelta


Happened = Annotated[datetime, msgspec.Meta(tz=True), FromNow(timedelta(days=731), SKEW)]
"""The instant of what has happened already. The number of a parcel rests for two years, so what
is older was another's.
"""
TakesEffect = Annotated[date, FromNow(timedelta(days=366), timedelta(days=366))]
"""The day on which a decision takes effect."""
TakesEffectOrToday = Annotated[date | None, FromNow(timedelta(days=366), timedelta(days=366))]
DecidedOn = Annotated[date | None, FromNow(timedelta(days=366), timedelta(0))]
"""The day on which a decision was taken, which may be entered later."""
PlannedEnd = Annotated[date | None, FromNow(timedelta(0), timedelta(days=1096))]
"""The day by which somebody expects that what he decides will be over."""


@cache
def spans(kind: type[Command]) -> tuple[tuple[str, FromNow], ...]:
    """The fields of a command that are held to a span, also those that may be left out."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple((name, mark) for name, hint in hints.items() for mark in _marks(hint))


def _marks(hint: Any) -> Iterator[FromNow]:
    for inner in get_args(hint):
        if isinstance(inner, FromNow):
            yield inner
        else:
            yield from _marks(inner)


def check(command: Command, *, now: datetime, today: date) -> None:
    """Raises :class:`TimeImplausible` for the first field that lies outside its span."""
    for name, span in spans(type(command)):
        told: date | None = getattr(command, name)
        if told is None:
            continue
        here = now if isinstance(told, datetime) else today
        within(name, told, here - span.back, here + span.ahead)


def within(name: str, told: date, earliest: date, latest: date) -> None:
    """Raises :class:`TimeImplausible` unless it lies between the two, all of one kind."""
    if earliest <= told <= latest:
        return
    rule = "too_early" if told < earliest else "too_late"
    raise TimeImplausible(pointer=f"/{name}", rule=rule, earliest=earliest, latest=latest)
