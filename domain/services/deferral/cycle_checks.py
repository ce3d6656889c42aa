"""The check of the day from which a deferral counts, if it follows the end of a points cycle."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import takewhile
from typing import Any, TypeAlias

from domain.clocks.clock import Clock
from domain.register.licence import LicenceRecord
from domain.services.checks.check import Check
from domain.services.deferral.checks import in_time
from domain.services.given import Given

Ends: TypeAlias = Callable[[Given[Any], LicenceRecord], Iterable[date]]
"""The ends of the cycles after which the duty may be owed, oldest first."""


def end_behind(clock: Clock, ends: Iterable[date], given: Given[Any]) -> date | None:
    """The end from which the day of the application is counted. None if there is none."""
    base: date = given.facts.base_on
    past = takewhile(lambda end: end < base, ends)
    return next((end for end in past if given.due(clock, end) == base), None)


def in_time_after_cycle(
    clock: Clock, ends: Ends, due: Callable[[LicenceRecord], date | None]
) -> Check:
    """``due`` gives the day that the register has, with which another day is compared."""

    def registered(given: Given[Any], licence: LicenceRecord) -> date | None:
        base: date = given.facts.base_on
        return base if end_behind(clock, ends(given, licence), given) else due(licence)

    return in_time(clock, registered)
