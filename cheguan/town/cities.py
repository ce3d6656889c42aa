"""The 18 units as the town draws them: how often each, and where people live in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from domain.identifiers.henan_names import NAMES
from domain.offices.tree import REGIONS

_TABLE: Final = """
410100 200 450000
410200  40 475000
410300  80 471000
410400  50 467000
410500  50 455000
410600  20 458000
410700  60 453000
410800  40 454000
410900  40 457000
411000  50 461000
411100  30 462000
411200  30 472000
411300  80 473000
411400  60 476000
411500  55 464000
411600  60 466000
411700  50 463000
419001  10 459000
"""
"""Region code, weight, postcode of the seat. The weights are an estimate by vehicles."""


@dataclass(frozen=True, slots=True)
class City:
    """A unit. ``places`` are the codes of its districts and counties; Jiyuan 济源 has its own."""

    code: str
    weight: int
    postcode: str
    places: tuple[str, ...]

    @property
    def letter(self) -> str:
        return REGIONS[self.code].plate_letter

    @property
    def file_prefix(self) -> str:
        return self.code[:4]


def _city(code: str, weight: str, postcode: str) -> City:
    inside = tuple(c for c in NAMES if c[:4] == code[:4] and not c.endswith("00"))
    return City(code, int(weight), postcode, inside)


CITIES: Final[Mapping[str, City]] = MappingProxyType(
    {line.split()[0]: _city(*line.split()) for line in _TABLE.strip().splitlines()}
)
