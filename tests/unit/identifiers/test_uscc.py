"""Unified social credit codes."""

import pytest

from domain.identifiers import uscc
from domain.identifiers.invalid import InvalidIdentifier


@pytest.mark.parametrize(
    ("text", "region_code", "organisation_code"),
    [
        ("91350100M000100Y43", "350100", "M000100Y4"),
        ("91410100MA45000177", "410100", "MA4500017"),
        ("91410100MA45000920", "410100", "MA4500092"),
    ],
    ids=["published", "ordinary", "remainder 0"],
)
def test_a_code_tells_authority_region_and_organisation(
    text: str, region_code: str, organisation_code: str
) -> None:
    code = uscc.parse(text)
    assert (code.text, code.authority) == (text, "9")
    assert (code.region_code, code.organisation_code) == (region_code, organisation_code)


def test_an_organisation_code_may_end_in_x_or_in_0() -> None:
    checks = {uscc.organisation_check_character(f"MA4500{n:02d}") for n in range(100)}
    assert checks == set("0123456789X")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("91410100MA4500017", "length"),
        ("91410100MA450O0177", "characters"),
        ("9141010AMA45000177", "characters"),
        ("91410100MA45000178", "check_digit"),
        (
            "91410100MA4500027" + uscc.check_character("91410100MA4500027"),
            "organisation_code",
        ),
    ],
)
def test_a_wrong_code_is_refused_with_its_reason(text: str, rule: str) -> None:
    with pytest.raises(InvalidIdentifier) as refusal:
        uscc.parse(text)
    assert refusal.value.rule == rule


def test_a_code_is_masked_like_an_id() -> None:
    assert uscc.mask("91410100MA45000177") == "914***********0177"
    assert "MA45" not in repr(uscc.parse("91410100MA45000177"))
