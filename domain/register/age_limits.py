"""Up to which age a class may be driven, and what it is exchanged for then (139 art. 59)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from types import MappingProxyType
from typing import Final

from domain.dated import Dated, Rule
from domain.identifiers.licence_classes import ALSO_PERMITS, LicenceClass

Printed = tuple[LicenceClass, ...]
"""Classes as a licence prints them: in order, and none that another implies."""


@dataclass(frozen=True, slots=True)
class AgeLimit:
    """Whoever is so many years old may no longer drive the class.

    He exchanges it for one of ``becomes``. There is nothing to exchange it for if that is empty.
    """

    age: int
    becomes: Printed = ()


_CAR: Final = (LicenceClass.C1, LicenceClass.C2)
_MOPED: Final = (LicenceClass.F,)
_LIMITS_139: Final[Mapping[LicenceClass, AgeLimit]] = MappingProxyType(
    {
        LicenceClass.A1: AgeLimit(60, _CAR),
        LicenceClass.A2: AgeLimit(60, _CAR),
        LicenceClass.A3: AgeLimit(60, _CAR),
        LicenceClass.B1: AgeLimit(60, _CAR),
        LicenceClass.B2: AgeLimit(60, _CAR),
        LicenceClass.N: AgeLimit(60),
        LicenceClass.P: AgeLimit(60),
        LicenceClass.C3: AgeLimit(70),
        LicenceClass.C4: AgeLimit(70),
        LicenceClass.D: AgeLimit(70, _MOPED),
        LicenceClass.E: AgeLimit(70, _MOPED),
        LicenceClass.M: AgeLimit(70),
    }
)
_LIMITS_162: Final[Mapping[LicenceClass, AgeLimit]] = MappingProxyType(
    {**_LIMITS_139, LicenceClass.M: AgeLimit(60)}
)
AGE_LIMITS: Final[Dated[Mapping[LicenceClass, AgeLimit]]] = Dated(
    "licence_age_limits",
    Rule(_LIMITS_139, date(2016, 4, 1), "139:59", date(2022, 3, 31)),
    Rule(_LIMITS_162, date(2022, 4, 1), "162:65"),
)
"""A class that does not stand here has no limit."""


@dataclass(frozen=True, slots=True)
class AgeExchange:
    """What age takes from a licence, and what may be printed on the one after it.

    ``lost`` is empty if every class may still be driven. ``choices`` is empty if no class is
    left: such a licence is not exchanged but cancelled (139 art. 77).
    """

    lost: frozenset[LicenceClass]
    choices: tuple[Printed, ...]


def age_exchange(classes: Collection[LicenceClass], age: int, on: date) -> AgeExchange:
    """Judges the printed classes of a holder of this age, by the rule of the day."""
    limits = AGE_LIMITS.on(on)
    lost = frozenset(each for each in classes if each in limits and age >= limits[each].age)
    kept = frozenset(classes) - lost
    substitutes = (limits[each].becomes for each in lost if limits[each].becomes)
    choices = {_printed(kept.union(chosen)) for chosen in product(*substitutes)}
    return AgeExchange(lost, tuple(sorted(choices - {()})))


def _printed(classes: frozenset[LicenceClass]) -> Printed:
    implied = frozenset[LicenceClass]().union(
        *(ALSO_PERMITS.get(each, frozenset()) for each in classes)
    )
    return tuple(each for each in LicenceClass if each in classes - implied)
