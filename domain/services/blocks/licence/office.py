"""Which office has power over a licence: as a rule the one that issued it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.offices.tree import REGIONS

ISSUING_OFFICES: Final[Mapping[str, str]] = MappingProxyType({code[:4]: code for code in REGIONS})
"""The vehicle office, by the first four digits of a file number. Jiyuan 济源 has 4190."""
