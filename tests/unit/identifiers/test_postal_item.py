"""Postal item numbers."""

import pytest

from domain.identifiers import postal_item
from domain.identifiers.invalid import InvalidIdentifier


@pytest.mark.parametrize(
    ("service", "serial", "number"),
    [
        ("EE", 47312482, "EE473124829CN"),
        ("EE", 12345678, "EE123456785CN"),
        ("EE", 20200224, "EE202002248CN"),
        ("EA", 10000002, "EA100000025CN"),
        ("EA", 10000014, "EA100000140CN"),
    ],
)
def test_a_number_is_made_and_read(service: str, serial: int, number: str) -> None:
    assert postal_item.make(service, serial=serial) == number
    item = postal_item.parse(number)
    assert (item.text, item.checked) == (number, True)


def test_thirteen_digits_are_read_without_a_check() -> None:
    item = postal_item.parse("1012345678901")
    assert (item.text, item.checked) == ("1012345678901", False)


def test_spaces_and_small_letters_are_read() -> None:
    assert postal_item.parse("ee 123 456 785 cn").text == "EE123456785CN"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("EE12345678CN", "length"),
        ("EE123456785US", "characters"),
        ("E1123456785CN", "characters"),
        ("EE123456784CN", "check_digit"),
    ],
)
def test_a_wrong_number_is_refused_with_its_reason(text: str, rule: str) -> None:
    with pytest.raises(InvalidIdentifier) as refusal:
        postal_item.parse(text)
    assert refusal.value.rule == rule


@pytest.mark.parametrize(("service", "serial"), [("E", 1), ("ee", 1), ("EE", -1), ("EE", 10**8)])
def test_a_number_is_made_of_two_letters_and_eight_digits(service: str, serial: int) -> None:
    with pytest.raises(ValueError, match="eight digits"):
        postal_item.make(service, serial=serial)


def test_the_middle_is_hidden() -> None:
    assert postal_item.mask("EE123456785CN") == "EE*******85CN"
    assert postal_item.mask("1012345678901") == "10*******8901"
