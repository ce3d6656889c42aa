"""Plate numbers of Henan, kind by kind."""

from datetime import date

import pytest

from domain.identifiers import plate
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.plate import PlateKind

TODAY = date(2020, 2, 24)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (PlateKind.LARGE_CAR, "豫A12345"),
        (PlateKind.SMALL_CAR, "豫A1B2C3"),
        (PlateKind.SMALL_CAR, "豫AD1234"),
        (PlateKind.MOTORCYCLE, "豫C2A345"),
        (PlateKind.MOPED, "豫C2A345"),
        (PlateKind.LOW_SPEED, "豫Q12345"),
        (PlateKind.TRAILER, "豫A1234挂"),
        (PlateKind.TRAINING_CAR, "豫A1234学"),
        (PlateKind.TRAINING_MOTORCYCLE, "豫A1234学"),
        (PlateKind.POLICE, "豫A1234警"),
        (PlateKind.LARGE_NEV, "豫A12345D"),
        (PlateKind.LARGE_NEV, "豫A12345F"),
        (PlateKind.SMALL_NEV, "豫AD12345"),
        (PlateKind.SMALL_NEV, "豫AFA1234"),
        (PlateKind.TEMPORARY, "豫A12345临"),
        (PlateKind.TEMPORARY, "豫A12345"),
    ],
)
def test_a_number_is_read_by_its_kind(kind: PlateKind, text: str) -> None:
    number = plate.parse(kind, text, on=TODAY)
    assert (number.kind, number.text) == (kind, text)
    assert number.region_code == plate.ISSUING_LETTERS[text[1]]


@pytest.mark.parametrize(
    ("kind", "text", "rule"),
    [
        (PlateKind.SMALL_CAR, "", "province"),
        (PlateKind.SMALL_CAR, "京A12345", "province"),
        (PlateKind.SMALL_CAR, "豫", "issuing_letter"),
        (PlateKind.SMALL_CAR, "豫O12345", "issuing_letter"),
        (PlateKind.SMALL_CAR, "豫V12345", "issuing_letter"),
        (PlateKind.SMALL_CAR, "豫AB2C3D", "serial"),
        (PlateKind.SMALL_CAR, "豫A1O234", "serial"),
        (PlateKind.SMALL_CAR, "豫A1I234", "serial"),
        (PlateKind.SMALL_CAR, "豫A1234", "serial"),
        (PlateKind.SMALL_CAR, "豫AD12345", "serial"),
        (PlateKind.SMALL_NEV, "豫AD1234", "serial"),
        (PlateKind.SMALL_NEV, "豫AA12345", "serial"),
        (PlateKind.SMALL_NEV, "豫A12345D", "serial"),
        (PlateKind.LARGE_NEV, "豫AD12345", "serial"),
        (PlateKind.LARGE_NEV, "豫A12345A", "serial"),
        (PlateKind.TRAILER, "豫A12345", "serial"),
        (PlateKind.TRAILER, "豫A1234学", "serial"),
        (PlateKind.POLICE, "豫A1234", "serial"),
        (PlateKind.TEMPORARY, "豫A12345挂", "serial"),
    ],
)
def test_a_number_of_another_kind_or_form_is_refused(kind: PlateKind, text: str, rule: str) -> None:
    with pytest.raises(InvalidIdentifier) as refusal:
        plate.parse(kind, text, on=TODAY)
    assert refusal.value.rule == rule


def test_the_eighteen_units_have_a_letter_each() -> None:
    assert len(plate.ISSUING_LETTERS) == 18
    assert len(set(plate.ISSUING_LETTERS.values())) == 18
    assert plate.ISSUING_LETTERS["R"] == "411300"
    assert plate.ISSUING_LETTERS["U"] == "419001"


def test_there_were_no_green_plates_before_their_rule() -> None:
    with pytest.raises(InvalidIdentifier, match="serial"):
        plate.parse(PlateKind.SMALL_NEV, "豫AD12345", on=date(2016, 11, 30))


def test_the_dot_of_the_printed_plate_and_small_letters_are_read() -> None:
    number = plate.parse(PlateKind.SMALL_CAR, " 豫a·1b2c3 ", on=TODAY)
    assert number.text == "豫A1B2C3"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("豫A12345", "豫A***45"),
        ("豫AD12345", "豫A****45"),
        ("豫A1234挂", "豫A***4挂"),
        ("no plate", "***"),
    ],
)
def test_the_middle_of_a_plate_is_hidden(text: str, shown: str) -> None:
    assert plate.mask(text) == shown


def test_a_plate_does_not_show_when_printed() -> None:
    assert "12345" not in repr(plate.parse(PlateKind.LARGE_CAR, "豫A12345", on=TODAY))
