"""After which points cycles the holder of a licence owes a review or a medical certificate."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import count
from typing import Final

from domain.clocks.cycles import C5_CYCLES, cycle_end
from domain.dated import Dated, Rule
from domain.identifiers.licence_classes import LicenceClass
from domain.periods import age_on

MEDICAL_AGE: Final = Dated("medical_age", Rule(70, date(2016, 4, 1), "139:72"))
"""From this age on a certificate is due after every cycle."""
REVIEWED: Final = frozenset(
    {LicenceClass.A1, LicenceClass.A2, LicenceClass.A3, LicenceClass.B1, LicenceClass.B2}
)
"""The classes whose holder is reviewed after each cycle in which he got points (139 art. 70)."""


def cycle_ends(first_issued_on: date, *, judged_on: date) -> Iterator[date]:
    """The ends of all cycles, oldest first. Whether one obliges depends on its points."""
    return (cycle_end(first_issued_on, number, judged_on=judged_on) for number in count(1))


def medical_ends(
    first_issued_on: date,
    classes: Collection[LicenceClass],
    born_on: date | None,
    *,
    judged_on: date,
) -> Iterator[date]:
    """The ends of the cycles after which a medical certificate is due, oldest first.

    Nobody's number but a resident's tells the birthday. Whose birthday is unknown may owe one
    after every cycle.
    """
    age, every = MEDICAL_AGE.on(judged_on), C5_CYCLES.on(judged_on)
    for number, end in enumerate(cycle_ends(first_issued_on, judged_on=judged_on), start=1):
        old = born_on is None or age_on(born_on, end) >= age
        if old or (LicenceClass.C5 in classes and number % every == 0):
            yield end


def owes_medical(
    classes: Collection[LicenceClass], born_on: date | None, end: date, *, judged_on: date
) -> bool:
    """Whether the holder submits certificates at all, at the end of a cycle."""
    return (
        LicenceClass.C5 in classes
        or born_on is None
        or age_on(born_on, end) >= MEDICAL_AGE.on(judged_on)
    )


def around(ends: Iterable[date], day: date) -> tuple[date, ...]:
    """The last end before ``day``, if there is one, and the first on it or after it."""
    last: tuple[date, ...] = ()
    for end in ends:
        if end >= day:
            return (*last, end)
        last = (end,)
    return last
