"""Vehicle identification numbers."""

import pytest

from domain.identifiers import vin
from domain.identifiers.invalid import InvalidIdentifier


@pytest.mark.parametrize(
    ("text", "model_year_letter"),
    [
        ("1M8GDM9AXKP042788", "K"),
        ("11111111111111111", "1"),
        ("LZYTBTD60L1000123", "L"),
        ("LSGPC52U5KF012345", "K"),
        ("LGXC16DF4L0000019", "L"),
    ],
)
def test_a_number_with_its_check_digit_is_read(text: str, model_year_letter: str) -> None:
    number = vin.parse(text)
    assert (number.text, number.model_year_letter) == (text, model_year_letter)
    assert number.check_digit_ok
    assert vin.check_character(text) == text[8]


def test_a_wrong_check_digit_is_only_a_warning_for_an_imported_vehicle() -> None:
    wrong = "LSGPC52U6KF012345"
    with pytest.raises(InvalidIdentifier, match="check_digit"):
        vin.parse(wrong)
    assert not vin.parse(wrong, imported=True).check_digit_ok


def test_a_model_year_that_does_not_exist_is_refused_unless_imported() -> None:
    first, last = "LSGPC52U", "ZF012345"
    text = next(t for d in "0123456789X" if vin.check_character(t := f"{first}{d}{last}") == d)
    with pytest.raises(InvalidIdentifier, match="model_year"):
        vin.parse(text)
    assert vin.parse(text, imported=True).model_year_letter == "Z"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("LSGPC52U5KF01234", "length"),
        ("LSGPC52U5KF01234O", "characters"),
        ("LSGPC52U5KF0I2345", "characters"),
        ("LSGPC52U5KFQ12345", "characters"),
    ],
)
def test_a_wrong_number_is_refused_with_its_reason(text: str, rule: str) -> None:
    for imported in (False, True):
        with pytest.raises(InvalidIdentifier) as refusal:
            vin.parse(text, imported=imported)
        assert refusal.value.rule == rule


def test_only_the_last_four_are_shown() -> None:
    assert vin.mask("LZYTBTD60L1000123") == "*************0123"
    assert "LZYT" not in repr(vin.parse("LZYTBTD60L1000123"))
