"""Postage by postal express, in fen, paid by the recipient.

No published amount was found for Henan, so there is one default for the
province, and a table for the prefectures that set their own.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.dated import Dated, Rule

DEFAULT: Final = Dated("postage", Rule(20_00, date(2004, 12, 1), "default"))
OWN: Final[Mapping[str, Dated[int]]] = MappingProxyType({})
"""The amounts of prefectures that set their own, by region code."""


def postage_fen(region: str, day: date) -> int:
    """Gives the postage of one way to an address in the prefecture or county of this code."""
    return OWN.get(region[:4] + "00", DEFAULT).on(day)
