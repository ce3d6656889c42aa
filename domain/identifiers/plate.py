"""Plate numbers 机动车号牌 of Henan (GA 36).

The same number may exist in two kinds, so a plate is known by its kind and its text.
"""

import re
from collections.abc import Mapping
from datetime import date
from re import Pattern
from types import MappingProxyType
from typing import Final

from domain.choice import Choice
from domain.dated import Dated, NoRuleInForce, Rule
from domain.identifiers.identifier import Identifier
from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.shape import Shape
from domain.identifiers.text import DOTS, squeezed

PROVINCE: Final = "豫"
ISSUING_LETTERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "A": "410100",
        "B": "410200",
        "C": "410300",
        "D": "410400",
        "E": "410500",
        "F": "410600",
        "G": "410700",
        "H": "410800",
        "J": "410900",
        "K": "411000",
        "L": "411100",
        "M": "411200",
        "N": "411400",
        "P": "411600",
        "Q": "411700",
        "R": "411300",
        "S": "411500",
        "U": "419001",
    }
)
"""The GB/T 2260 code of the unit, by issuing letter."""

ENERGY_LETTERS: Final = Dated(
    "NEV_LETTERS", Rule(frozenset("DF"), date(2016, 12, 1), "GA 36, new-energy plates")
)
"""D is for pure electric vehicles, F for other new energy. GA 36-2018 foresees more letters."""


class PlateKind(Choice):
    """The kinds of plates 号牌种类, by the codes of GA 24.7."""

    LARGE_CAR = "01", "大型汽车", "large vehicle"
    SMALL_CAR = "02", "小型汽车", "small car"
    MOTORCYCLE = "07", "普通摩托车", "motorcycle"
    MOPED = "08", "轻便摩托车", "moped"
    LOW_SPEED = "13", "低速车", "low-speed vehicle"
    TRAILER = "15", "挂车", "trailer"
    TRAINING_CAR = "16", "教练汽车", "training car"
    TRAINING_MOTORCYCLE = "17", "教练摩托车", "training motorcycle"
    TEMPORARY = "22", "临时行驶车", "temporary plate"
    POLICE = "23", "警用汽车", "police car"
    LARGE_NEV = "51", "大型新能源汽车", "large new-energy vehicle"
    SMALL_NEV = "52", "小型新能源汽车", "small new-energy car"


_PRINTED: Final = f"{DOTS}-"
_C: Final = "[0-9A-HJ-NP-Z]"
_LETTER: Final = "[A-HJ-NP-Z]"
_ORDINARY: Final = re.compile(f"(?!(?:[0-9]*{_LETTER}){{3}}){_C}{{5}}")
_TRAINING: Final = re.compile(f"{_C}{{4}}学")
SERIALS: Final[Mapping[PlateKind, Pattern[str]]] = MappingProxyType(
    {
        PlateKind.LARGE_CAR: _ORDINARY,
        PlateKind.SMALL_CAR: _ORDINARY,
        PlateKind.MOTORCYCLE: _ORDINARY,
        PlateKind.MOPED: _ORDINARY,
        PlateKind.LOW_SPEED: _ORDINARY,
        PlateKind.TRAILER: re.compile(f"{_C}{{4}}挂"),
        PlateKind.TRAINING_CAR: _TRAINING,
        PlateKind.TRAINING_MOTORCYCLE: _TRAINING,
        PlateKind.TEMPORARY: re.compile(f"{_C}{{4,6}}[临试超]?"),
        PlateKind.POLICE: re.compile(f"{_C}{{4}}警"),
        PlateKind.LARGE_NEV: re.compile(f"[0-9]{{5}}(?P<energy>{_LETTER})"),
        PlateKind.SMALL_NEV: re.compile(f"(?P<energy>{_LETTER}){_C}[0-9]{{4}}"),
    }
)
"""What follows the issuing letter. No source tells the temporary form, so a loose one stands."""

_SHAPE: Final = Shape(f"{PROVINCE}[A-Z]{_C}{{4,6}}[挂学警临试超]?")


class Plate(Identifier, frozen=True):
    kind: PlateKind
    text: str
    issuing_letter: str
    region_code: str


def normal(text: str) -> str:
    """The normal form, of a text that may be no number at all."""
    return squeezed(text, _PRINTED)


def parse(kind: PlateKind, text: str, *, on: date) -> Plate:
    """Reads a number of this kind, as it may be issued on the day ``on``.

    The dot and the spaces of the printed plate are dropped.
    """
    number = text if _SHAPE.fits(text) else normal(text)
    if not number.startswith(PROVINCE):
        raise InvalidIdentifier(FormatRule.PROVINCE)
    letter, serial = number[1:2], number[2:]
    if letter not in ISSUING_LETTERS:
        raise InvalidIdentifier(FormatRule.ISSUING_LETTER)
    if not (found := SERIALS[kind].fullmatch(serial)):
        raise InvalidIdentifier(FormatRule.SERIAL)
    energy = found.groupdict().get("energy")
    if energy and energy not in _energy_letters(on):
        raise InvalidIdentifier(FormatRule.SERIAL)
    return Plate(kind, number, letter, ISSUING_LETTERS[letter])


def mask(text: str) -> str:
    """Masks as ``豫A***45``."""
    return _SHAPE.veil(text, 2, 2)


def _energy_letters(on: date) -> frozenset[str]:
    try:
        return ENERGY_LETTERS.on(on)
    except NoRuleInForce:
        return frozenset()
