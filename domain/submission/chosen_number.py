"""A plate number as it is named and sealed, wherever somebody chooses one."""

from uuid import UUID

import msgspec

from domain.identifiers.plate import PlateKind
from domain.numbers.state import plate_number
from domain.vault import BlindIndex, Purpose


def number_stream(names: BlindIndex, kind: PlateKind, text: str) -> UUID:
    """The stream of a number of this kind, such as 豫A12345 in its normal form."""
    return plate_number(names.of(Purpose.PLATE, f"{kind}:{text}"))


def number_part(text: str) -> bytes:
    """What is sealed of it."""
    return msgspec.json.encode({"plate_no": text})
