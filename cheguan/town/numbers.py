"""Numbers for the n-th person and vehicle of a seed. All are valid, and no two are alike."""

import math
from collections.abc import Sequence
from functools import cache
from random import Random
from typing import Any, Final

import msgspec

from domain.identifiers import resident_id, uscc, vin
from domain.identifiers.plate import PROVINCE, PlateKind

_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_CHARACTERS: Final = "0123456789" + _LETTERS
_MAKERS: Final = ("LHNA", "LHNB", "LZKC", "LZKD", "LYXE")
_YEARS: Final = "DEFGHJKL"
_MILLION: Final = 1_000_000


def spread(seed: int, purpose: str, number: int, size: int) -> int:
    """A place below ``size``. Two numbers below ``size`` never get the same place."""
    factor, offset = _multiplier(seed, purpose, size)
    return (number * factor + offset) % size


@cache
def _multiplier(seed: int, purpose: str, size: int) -> tuple[int, int]:
    draw = Random(f"{seed}:{purpose}:{size}")
    factor = draw.randrange(size // 3, size)
    while math.gcd(factor, size) != 1:
        factor += 1
    return factor, draw.randrange(size)


def resident(seed: int, number: int, region: str, birthdays: Sequence[str]) -> str:
    """An ID number. ``birthdays`` are the days to choose from, as yyyymmdd."""
    place = spread(seed, "resident", number, len(birthdays) * 999)
    first = f"{region}{birthdays[place // 999]}{place % 999 + 1:03d}"
    return first + resident_id.check_character(first)


def unit(seed: int, number: int, region: str) -> str:
    organisation = f"MA{spread(seed, 'unit', number, _MILLION):06d}"
    organisation += uscc.organisation_check_character(organisation)
    first = f"91{region}{organisation}"
    return first + uscc.check_character(first)


def mobile(seed: int, number: int) -> str:
    """A mobile number. Those of the town have 00 behind their prefix, by which they are known."""
    prefix = "133 135 136 137 138 139 150 158 159 186 187 188".split()[number % 12]
    return f"{prefix}00{spread(seed, 'mobile', number, _MILLION):06d}"


def file_number(seed: int, number: int, prefix: str) -> str:
    return f"{prefix}{spread(seed, 'file', number, 99_999_989):08d}"


def decision(seed: int, number: int, region: str) -> str:
    """The number of a penalty decision of the region."""
    return f"{region}{spread(seed, 'decision', number, 9_999_999_967):010d}"


def engine(seed: int, number: int) -> str:
    return f"HN{spread(seed, 'engine', number, _MILLION):06d}"


def vehicle_identification(seed: int, number: int) -> str:
    """A VIN of a maker that does not exist, with its check digit at position 9."""
    serial = spread(seed, "vin", number, _MILLION)
    maker, year = _MAKERS[number % len(_MAKERS)], _YEARS[serial % len(_YEARS)]
    blank = f"{maker}T{number % 10}60" + "0" + f"{year}1{serial:06d}"
    return blank[:8] + vin.check_character(blank) + blank[9:]


def plate(seed: int, number: int, kind: PlateKind, letter: str) -> str:
    """A plate number of one of the kinds that the town drives: 01, 02, 07, 15, 51 and 52."""
    match kind:
        case PlateKind.TRAILER:
            serial = _mixed(spread(seed, kind, number, 24 * 34**3), 3) + "挂"
        case PlateKind.LARGE_NEV:
            place = spread(seed, kind, number, 200_000)
            serial = f"{place // 2:05d}{'DF'[place % 2]}"
        case PlateKind.SMALL_NEV:
            place = spread(seed, kind, number, 2 * 34 * 10_000)
            body, energy = divmod(place, 2)
            serial = f"{'DF'[energy]}{_CHARACTERS[body // 10_000]}{body % 10_000:04d}"
        case _:
            place = spread(seed, kind, number, 24 * 24 * 1000)
            pair, digits = divmod(place, 1000)
            first, second = _LETTERS[pair // 24], _LETTERS[pair % 24]
            serial = f"{digits // 100}{first}{digits // 10 % 10}{second}{digits % 10}"
    return PROVINCE + letter + serial


def _mixed(place: int, tail: int) -> str:
    """A serial of a letter and ``tail`` more characters."""
    text = ""
    for _ in range(tail):
        place, last = divmod(place, 34)
        text = _CHARACTERS[last] + text
    return _LETTERS[place] + text


def json_of(block: dict[str, Any]) -> str:
    """A block as the text that is sealed."""
    return msgspec.json.encode(block).decode()
