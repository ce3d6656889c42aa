"""Valid submissions without end: the catalogue's example of V01, each with other numbers.

No two rows share a person, plate, vehicle or idempotency key. So none is a repetition, and none
is the second open case of a vehicle.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, NamedTuple

import msgspec

from cheguan.bench.day import DAY
from cheguan.town import numbers
from cheguan.town.people import BIRTHDAYS
from domain.identifiers.plate import PlateKind
from domain.services.blocks.examples import Body
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


def with_holes(example: Body, *holes: str) -> tuple[bytes, ...]:
    """A body with holes, such as ``vehicle.vin``, so one piece more than holes."""
    for hole in holes:
        block, _, field = hole.rpartition(".")
        (example[block] if block else example)[field] = _HOLE
    return tuple(msgspec.json.encode(example).split(_HOLE.encode()))


def body_pieces(day: date = DAY) -> tuple[bytes, ...]:
    """The body with a hole for each field of a :class:`Row`."""
    holes = "applicant.id_no", "vehicle.plate_no", "vehicle.vin", "vehicle.engine_no"
    return with_holes(plate_reissue(day), *holes)


class NumberedForm(NamedTuple):
    """A form of which there are many, each with texts of its own in the same holes.

    ``pieces`` gives the body of a day with its holes, ``texts`` what fills those of a number,
    always as long. ``key`` begins the idempotency keys.
    """

    key: str
    pieces: Callable[[date], tuple[bytes, ...]]
    texts: Callable[[int], tuple[str, ...]]


PLATES: Final = NumberedForm("bench", body_pieces, row)


def body(of: Row, day: date = DAY) -> bytes:
    return b"".join(_filled(body_pieces(day), of))


class Requests:
    """Whole HTTP/1.1 requests with a bearer token, of forms that are valid on ``day``.

    ``pieces`` begin with the hole of the key.
    """

    def __init__(self, host: str, token: str, day: date = DAY, form: NumberedForm = PLATES) -> None:
        self._form = form
        inside = form.pieces(day)
        size = sum(map(len, inside)) + sum(len(text.encode()) for text in form.texts(0))
        self.pieces = (
            f"POST {PATH} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {size}\r\n"
            f"Idempotency-Key: ".encode(),
            b"\r\n\r\n" + inside[0],
            *inside[1:],
        )

    def request(self, number: int) -> bytes:
        """The request of row ``number``."""
        holes = key(number, self._form), *self._form.texts(number)
        return b"".join(_filled(self.pieces, holes))


def key(number: int, form: NumberedForm = PLATES) -> str:
    """The idempotency key of a row."""
    return f"{form.key}-{number:06d}"


def _filled(pieces: tuple[bytes, ...], holes: tuple[str, ...]) -> Iterator[bytes]:
    for piece, text in zip(pieces, holes, strict=False):
        yield piece
        yield text.encode()
    yield pieces[-1]
