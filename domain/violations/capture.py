"""What a camera hands over, in the clear, and the command by which it is stored sealed."""

from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from domain.identifiers.plate import PlateKind
from domain.vault import BlindIndex, DataKey, Purpose, seal_parts
from domain.violations.commands import RecordViolation
from domain.violations.state import violation_stream

PART: Final = "violation"
"""The sealed part in which the number, the plate and the place stand."""


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """A violation as the camera has it. It is never stored so, and ``repr`` shows nothing.

    ``office`` is the vehicle office of the prefecture where it happened.
    """

    violation_no: str
    plate_kind: PlateKind
    plate_no: str
    occurred_at: datetime
    place: str
    office: str

    def __repr__(self) -> str:
        return "Capture()"


def named(names: BlindIndex, violation_no: str) -> UUID:
    """The stream of the violation of this number. ``names`` are under the key of the names."""
    return violation_stream(names.of(Purpose.MATTER, violation_no))


def sealed(capture: Capture, key: DataKey, names: BlindIndex) -> tuple[UUID, RecordViolation]:
    """The stream and the command of a capture, sealed under ``key``, which must be fresh."""
    stream = named(names, capture.violation_no)
    told = {
        "violation_no": capture.violation_no,
        "plate_no": capture.plate_no,
        "place": capture.place,
    }
    return stream, RecordViolation(
        office=capture.office,
        occurred_at=capture.occurred_at,
        plate_kind=capture.plate_kind,
        plate_index=names.of(Purpose.PLATE, plate_key(capture.plate_kind, capture.plate_no)),
        key_id=key.id,
        sealed=seal_parts(key, stream, {PART: msgspec.json.encode(told)}),
    )


def plate_key(kind: PlateKind, number: str) -> str:
    """The text of which the index of a plate is made: its kind and its number."""
    return f"{kind}:{number}"
