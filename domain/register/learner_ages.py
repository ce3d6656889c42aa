"""At which age a class may be applied for (139 art. 11), and by whom (139 art. 13)."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from domain.dated import Dated, Rule
from domain.identifiers.licence_classes import LicenceClass


class AgesToApply(NamedTuple):
    """Both ages are within. Without ``most`` nobody is too old."""

    least: int
    most: int | None = None


def _ages(text: str, ages: AgesToApply) -> Mapping[LicenceClass, AgesToApply]:
    return {LicenceClass(code): ages for code in text.split()}


_AGES_139: Final[Mapping[LicenceClass, AgesToApply]] = MappingProxyType(
    {
        **_ages("C1 C2 C5 F", AgesToApply(18, 70)),
        **_ages("C3 C4 D E M", AgesToApply(18, 60)),
        **_ages("A3 B2 N P", AgesToApply(20, 50)),
        **_ages("B1", AgesToApply(21, 50)),
        **_ages("A2", AgesToApply(24, 50)),
        **_ages("A1", AgesToApply(26, 50)),
    }
)
_AGES_162: Final[Mapping[LicenceClass, AgesToApply]] = MappingProxyType(
    {
        **_ages("C1 C2 C5 F", AgesToApply(18)),
        **_ages("C3 C4 D E M", AgesToApply(18, 60)),
        **_ages("A3 B1 B2 N P", AgesToApply(20, 60)),
        **_ages("A1 A2", AgesToApply(22, 60)),
    }
)
LEARNER_AGES: Final[Dated[Mapping[LicenceClass, AgesToApply]]] = Dated(
    "learner_ages",
    Rule(_AGES_139, date(2016, 4, 1), "139:11, as remembered", date(2022, 3, 31)),
    Rule(_AGES_162, date(2022, 4, 1), "162:14, as remembered"),
)
ONLY_ADDED: Final = frozenset({LicenceClass.A1, LicenceClass.A2, LicenceClass.B1})
"""Classes that nobody begins with: they are added to another one (139 art. 13)."""
BUS_DRIVER_AGES: Final = Dated(
    "bus_driver_ages", Rule(AgesToApply(25, 60), date(2012, 4, 5), "校车安全管理条例 23")
)
BUS_DRIVER_YEARS: Final = Dated(
    "bus_driver_years", Rule(3, date(2012, 4, 5), "校车安全管理条例 23")
)
"""So many years somebody has driven before he may drive a school bus, and so many points cycles
without twelve points.
"""


def is_of_age(age: int, ages: AgesToApply) -> bool:
    return ages.least <= age and (ages.most is None or age <= ages.most)
