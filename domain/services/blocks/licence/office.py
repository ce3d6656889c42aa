"""Which office has power over a licence: as a rule the one that issued it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.identifiers import file_number
from domain.identifiers.region import unit_of
from domain.offices.tree import REGIONS, prefecture_of
from domain.services.facts import AtCounter, ByPost

ISSUING_OFFICES: Final[Mapping[str, str]] = MappingProxyType({code[:4]: code for code in REGIONS})
"""The vehicle office, by the first four digits of a file number. Jiyuan 济源 has 4190."""


def office_with_power(file_no: str, delivery: ByPost | AtCounter) -> str:
    """Finds the office that gives the holder another licence.

    He may ask the issuing office or one elsewhere (139 art. 57, 59, 60, 63). If the file was
    opened in another province, it is the office where he has the licence sent or collects it.
    """
    opened_in = file_number.parse(file_no).prefecture
    if office := ISSUING_OFFICES.get(opened_in):
        return office
    if isinstance(delivery, ByPost):
        return unit_of(delivery.region)
    return prefecture_of(delivery.office)
