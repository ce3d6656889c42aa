"""The public reference of a case."""

import pytest

from domain.identifiers import reference
from domain.identifiers.invalid import InvalidIdentifier

DRAWN = "RSDC-KTG6-KHC2-M"


def test_the_check_character_is_iso_7064() -> None:
    assert reference.check_character("A12425GABC1234002") == "M"


def test_the_same_bytes_draw_the_same_reference() -> None:
    assert reference.draw(b"12345678") == DRAWN
    assert reference.parse(DRAWN).text == DRAWN


def test_too_few_bytes_draw_nothing() -> None:
    with pytest.raises(ValueError, match="8 random bytes"):
        reference.draw(b"1234567")


def test_a_drawn_reference_has_no_character_that_is_misread() -> None:
    for number in range(500):
        drawn = reference.draw(number.to_bytes(8, "big"))
        assert not set(drawn) & set("ILOU")
        assert reference.parse(drawn).text == drawn


@pytest.mark.parametrize(
    "typed",
    ["rsdcktg6khc2m", " rsdc ktg6 khc2 m ", "ＲＳＤＣＫＴＧ６ＫＨＣ２－Ｍ", "RSDC–KTG6–KHC2–M"],
)
def test_what_people_type_is_forgiven(typed: str) -> None:
    assert reference.parse(typed).text == DRAWN


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    body = "1010ABCDEFGJ"
    drawn = f"1010-ABCD-EFGJ-{reference.check_character(body)}"
    assert reference.parse(drawn.replace("0", "o").replace("1", "l")).text == drawn
    assert reference.parse(drawn.replace("0", "O").replace("1", "i")).text == drawn


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (DRAWN[:-2], "length"),
        (DRAWN.replace("T", "U"), "characters"),
        (DRAWN.replace("T", "V"), "check_digit"),
    ],
)
def test_a_wrong_reference_is_refused_with_its_reason(text: str, rule: str) -> None:
    with pytest.raises(InvalidIdentifier) as refusal:
        reference.parse(text)
    assert refusal.value.rule == rule


def test_a_reference_is_hidden_where_it_is_not_asked_for() -> None:
    assert reference.mask(DRAWN) == "RSDC-****-****-*"
    assert reference.mask("nothing") == "***"
    assert "RSDC" not in repr(reference.parse(DRAWN))
