"""Nothing that a camera tells of a person is stored in the clear."""

from datetime import UTC, datetime
from os import urandom

import msgspec

from domain.identifiers.plate import PlateKind
from domain.vault import BlindIndex, new_keys, unseal
from domain.violations.capture import PART, Capture, named, sealed

CAPTURE = Capture(
    violation_no="4101051234567890",
    plate_kind=PlateKind.SMALL_CAR,
    plate_no="豫A1B2C3",
    occurred_at=datetime(2020, 2, 17, 0, 30, tzinfo=UTC),
    place="郑州市金水区示例路与示范街交叉口",
    office="410100",
)
NAMES = BlindIndex(urandom(32))


def test_number_plate_and_place_are_sealed_and_the_stream_is_found_by_the_number() -> None:
    (key,) = new_keys(1)
    stream, command = sealed(CAPTURE, key, NAMES)
    stored = msgspec.json.encode(command).decode()
    for text in (CAPTURE.violation_no, CAPTURE.plate_no, CAPTURE.place):
        assert text not in stored
    assert stream == named(NAMES, CAPTURE.violation_no)
    opened = msgspec.json.decode(unseal(key, stream, PART, command.sealed[PART]))
    assert opened == {
        "violation_no": CAPTURE.violation_no,
        "plate_no": CAPTURE.plate_no,
        "place": CAPTURE.place,
    }
    assert repr(CAPTURE) == "Capture()"


def test_the_same_number_of_another_kind_of_plate_has_another_index() -> None:
    (key,) = new_keys(1)
    other = msgspec.structs.replace(CAPTURE, plate_kind=PlateKind.LARGE_CAR)
    assert sealed(CAPTURE, key, NAMES)[1].plate_index != sealed(other, key, NAMES)[1].plate_index
