"""The numbers that offices give: files, decisions, violations, certificates, cases."""

from datetime import date

import pytest

from domain.identifiers import (
    certificate_number,
    decision_number,
    file_number,
    serial_number,
    violation_code,
)
from domain.identifiers.invalid import InvalidIdentifier

SERIAL = "HN4101002020022400000182"


def test_a_file_number_tells_where_the_file_was_opened() -> None:
    assert file_number.parse("410112345678").prefecture == "4101"
    assert file_number.parse("310012345678").prefecture == "3100"
    with pytest.raises(InvalidIdentifier, match="length"):
        file_number.parse("41011234567")
    with pytest.raises(InvalidIdentifier, match="region"):
        file_number.parse("990112345678")
    assert file_number.mask("410112345678") == "4101******78"


def test_a_decision_has_fifteen_or_sixteen_digits() -> None:
    assert decision_number.parse("410105123456789").text == "410105123456789"
    assert decision_number.parse("4101051234567890").text == "4101051234567890"
    with pytest.raises(InvalidIdentifier, match="length"):
        decision_number.parse("41010512345678")
    with pytest.raises(InvalidIdentifier, match="characters"):
        decision_number.parse("41010512345678A")
    assert decision_number.mask("410105123456789") == "***********6789"


def test_a_violation_code_has_four_digits_and_perhaps_a_letter() -> None:
    assert violation_code.parse("1039").text == "1039"
    assert violation_code.parse("1344a").text == "1344A"
    for wrong in ("103", "10391", "A039"):
        with pytest.raises(InvalidIdentifier):
            violation_code.parse(wrong)


def test_a_certificate_has_twelve_digits() -> None:
    assert certificate_number.parse("410012345678").text == "410012345678"
    with pytest.raises(InvalidIdentifier, match="characters"):
        certificate_number.parse("41001234567X")
    assert certificate_number.mask("410012345678") == "********5678"


def test_a_case_serial_is_made_and_read() -> None:
    assert serial_number.make("410100", date(2020, 2, 24), 1) == SERIAL
    serial = serial_number.parse(SERIAL.lower())
    assert (serial.text, serial.region_code) == (SERIAL, "410100")
    assert (serial.submitted_on, serial.sequence) == (date(2020, 2, 24), 1)
    assert serial_number.mask(SERIAL) == "HN410100************0182"


def test_the_check_of_a_case_serial_is_iso_7064() -> None:
    assert serial_number.check_digits("794") == "44"
    digits = int("".join(str(int(character, 36)) for character in SERIAL))
    assert digits % 97 == 1


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (SERIAL[:-1], "length"),
        ("HA" + SERIAL[2:], "characters"),
        (SERIAL[:-1] + "3", "check_digit"),
        (body := "HN41010020200230000001", "length"),
        (body + serial_number.check_digits(body), "date"),
    ],
)
def test_a_wrong_case_serial_is_refused_with_its_reason(text: str, rule: str) -> None:
    with pytest.raises(InvalidIdentifier) as refusal:
        serial_number.parse(text)
    assert refusal.value.rule == rule


def test_a_case_serial_is_made_of_a_region_of_henan_and_six_digits() -> None:
    for region_code, sequence in (("110100", 1), ("410100", 1_000_000), ("410100", -1)):
        with pytest.raises(ValueError, match="six digits"):
            serial_number.make(region_code, date(2020, 2, 24), sequence)
