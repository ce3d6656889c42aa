"""A stream of the register is found again from the keyed name of a number, for ever."""

from uuid import UUID

from domain.register.streams import licence_stream, permit_stream, vehicle_stream
from domain.vault import BlindIndex, Purpose

NAMES = BlindIndex(b"n" * 32)
VIN, OTHER_VIN = "LSVAU2180N2183294", "LSVAU2180N2183295"
OF_VIN = NAMES.of(Purpose.VIN, VIN)


def test_the_ids_never_change() -> None:
    assert vehicle_stream(b"\x01" * 16) == UUID("ca183136-4dc7-5e94-98c4-1478d8b564a0")
    assert licence_stream(b"\x01" * 16) == UUID("55b62beb-62c7-583d-9d90-748266835440")
    assert permit_stream(b"\x01" * 16) == UUID("b700c242-731d-5f82-85d3-a8dc4eb1748d")


def test_two_vehicles_have_two_streams_and_one_has_one() -> None:
    assert vehicle_stream(OF_VIN) == vehicle_stream(NAMES.of(Purpose.VIN, VIN))
    assert vehicle_stream(OF_VIN) != vehicle_stream(NAMES.of(Purpose.VIN, OTHER_VIN))


def test_one_number_names_a_stream_of_each_kind() -> None:
    assert len({vehicle_stream(OF_VIN), licence_stream(OF_VIN), permit_stream(OF_VIN)}) == 3


def test_without_the_key_nobody_finds_the_stream() -> None:
    assert vehicle_stream(BlindIndex(b"m" * 32).of(Purpose.VIN, VIN)) != vehicle_stream(OF_VIN)
