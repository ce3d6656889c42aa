"""Valid submissions without end: the catalogue's example of V01, each with other numbers.

No two rows share a person, plate, vehicle or idempotency key. So none is a repetition, and none
is the second open case of a vehicle.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

import msgspec

from cheguan.bench.day import DAY
from cheguan.town import numbers
from cheguan.town.people import BIRTHDAYS
from domain.identifiers.plate import PlateKind
from domain.services.plate_reissue.example import example as plate_reissue

PATH: Final = "/api/v1/applications"
MOST: Final = 24 * 24 * 1000
"""How many small cars one issuing letter has numbers for."""
_SEED: Final = 2020
_HOLE: Final = "@"


class Row(NamedTuple):
    """What differs between two submissions, in the order of the body."""

    id_no: str
    plate_no: str
    vin: str
    engine_no: str


def row(number: int) -> Row:
    """The row of a number below :data:`MOST`. Another number gives another row."""
    if not 0 <= number < MOST:
        raise ValueError("no numbers left")
    return Row(
        numbers.resident(_SEED, number, "410102", BIRTHDAYS),
        numbers.plate(_SEED, number, PlateKind.SMALL_CAR, "A"),
        numbers.vehicle_identification(_SEED, number),
        numbers.engine(_SEED, number),
    )


def body_pieces(day: date = DAY) -> tuple[bytes, ...]:
    """The body with a hole for each field of a :class:`Row`, so one piece more than fields."""
    example = plate_reissue(day)
    example["applicant"] |= {"id_no": _HOLE}
    example["vehicle"] |= dict.fromkeys(("plate_no", "vin", "engine_no"), _HOLE)
    return tuple(msgspec.json.encode(example).split(_HOLE.encode()))


def body(of: Row, day: date = DAY) -> bytes:
    return b"".join(_filled(body_pieces(day), of))


class Requests:
    """Whole HTTP/1.1 requests with a bearer token, of forms that are valid on ``day``.

    ``pieces`` begin with the hole of the key.
    """

    def __init__(self, host: str, token: str, day: date = DAY) -> None:
        inside = body_pieces(day)
        size = sum(map(len, inside)) + sum(len(field.encode()) for field in row(0))
        self.pieces = (
            f"POST {PATH} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {size}\r\n"
            f"Idempotency-Key: ".encode(),
            b"\r\n\r\n" + inside[0],
            *inside[1:],
        )

    def request(self, number: int) -> bytes:
        """The request of row ``number``."""
        return b"".join(_filled(self.pieces, (key(number), *row(number))))


def key(number: int) -> str:
    """The idempotency key of a row."""
    return f"bench-{number:06d}"


def _filled(pieces: tuple[bytes, ...], holes: tuple[str, ...]) -> Iterator[bytes]:
    for piece, text in zip(pieces, holes, strict=False):
        yield piece
        yield text.encode()
    yield pieces[-1]
