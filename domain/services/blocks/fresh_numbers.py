"""Numbers drawn for whoever asks for an example, so that nobody's example blocks another's.

One vehicle or licence has one open case of a kind. Two people who send the same example would
be in each other's way, and so would one who sends it twice.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import combinations
from random import Random
from typing import Final

from domain.identifiers import resident_id, vin
from domain.services.blocks.examples import Body

_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_TOWN: Final = (1, 3)
"""Where the letters stand on the ordinary plates of the demo's town, which must not be met."""
_PLACES: Final = [places for places in combinations(range(5), 2) if places != _TOWN]
_BIRTHDAYS: Final = 3_650
"""On how many days the person may be born. They end with the birthday of the example's."""


def with_fresh_numbers(body: Body, draw: Random) -> Body:
    """The same body about another synthetic person, vehicle, licence or matter, all in order.

    The person is as old as the one of the example or up to ten years older, because the law asks
    for the age of those who apply for some services.
    """
    drawn = {name: make(draw) for name, make in _NUMBERS.items()}
    drawn["id_no"] = drawn["licence_no"] = _resident(body["applicant"]["id_no"], draw)
    return {
        name: {field: drawn.get(field, value) for field, value in part.items()}
        if isinstance(part, dict)
        else drawn.get(name, part)
        for name, part in body.items()
    }


def _resident(like: str, draw: Random) -> str:
    born_on = date.fromisoformat(like[6:14]) - timedelta(days=draw.randrange(_BIRTHDAYS))
    first = f"410102{born_on:%Y%m%d}{draw.randrange(1, 1000):03d}"
    return first + resident_id.check_character(first)


def _plate(draw: Random) -> str:
    lettered = draw.choice(_PLACES)
    serial = (draw.choice(_LETTERS if place in lettered else "0123456789") for place in range(5))
    return f"豫A{''.join(serial)}"


def _green_plate(draw: Random) -> str:
    return f"豫AD{draw.choice(_LETTERS)}{draw.randrange(10_000):04d}"


def _vin(draw: Random) -> str:
    serial = f"{draw.randrange(1_000_000):06d}"
    return f"LZYTBTD6{vin.check_character(f'LZYTBTD60L1{serial}')}L1{serial}"


_NUMBERS: Final[Mapping[str, Callable[[Random], str]]] = {
    "file_no": lambda draw: f"4101{draw.randrange(10**8):08d}",
    "plate_no": _plate,
    "wanted_no": _green_plate,
    "vin": _vin,
    "permit_no": lambda draw: f"4101{draw.randrange(10**8):08d}",
    "violation_no": lambda draw: f"410105{draw.randrange(10**10):010d}",
    "decision_no": lambda draw: f"410105{draw.randrange(10**10):010d}",
    "engine_no": lambda draw: f"EX{draw.randrange(10**6):06d}",
}
