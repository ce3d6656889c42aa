"""Resident ID numbers: published and synthetic examples."""

from datetime import date

import pytest

from domain.identifiers import licence_number, resident_id
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.resident_id import Sex

TODAY = date(2020, 2, 24)


@pytest.mark.parametrize(
    ("text", "region_code", "born_on", "sex"),
    [
        ("11010519491231002X", "110105", date(1949, 12, 31), Sex.FEMALE),
        ("410102199202291236", "410102", date(1992, 2, 29), Sex.MALE),
        ("411327196003012041", "411327", date(1960, 3, 1), Sex.FEMALE),
        ("411502195004150015", "411502", date(1950, 4, 15), Sex.MALE),
    ],
)
def test_a_number_tells_region_birth_and_sex(
    text: str, region_code: str, born_on: date, sex: Sex
) -> None:
    person = resident_id.parse(text, TODAY)
    assert person.text == text
    assert (person.region_code, person.born_on, person.sex) == (region_code, born_on, sex)
    assert licence_number.parse(text, TODAY) == person


def _number(first_17: str) -> str:
    return first_17 + resident_id.check_character(first_17)


def test_jiyuan_and_regions_that_are_gone_are_accepted() -> None:
    assert resident_id.parse(_number("41900119900101123"), TODAY).region_code == "419001"
    assert resident_id.parse(_number("41102319900101123"), TODAY).region_code == "411023"


def test_lower_case_and_full_width_are_read() -> None:
    assert resident_id.parse(" 11010519491231002x ", TODAY).text == "11010519491231002X"
    full_width = "１１０１０５１９４９１２３１００２ｘ"
    assert resident_id.parse(full_width, TODAY).text == "11010519491231002X"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "length"),
        ("410102920229123", "length"),
        ("4101021992022912366", "length"),
        ("41010219920229123A", "characters"),
        ("X10102199202291236", "characters"),
        ("٤١٠١٠٢١٩٩٢٠٢٢٩١٢٣٦", "characters"),
        ("410102_99202291236", "characters"),
        (_number("99010219920229123"), "region"),
        (_number("41010219930229123"), "date"),
        (_number("41010200000101123"), "date"),
        ("410102199202291237", "check_digit"),
        (_number("41010220200225123"), "future_date"),
        ("440524188001010014", "age"),
    ],
)
def test_a_wrong_number_is_refused_with_its_reason(text: str, rule: str) -> None:
    with pytest.raises(InvalidIdentifier) as refusal:
        resident_id.parse(text, TODAY)
    assert refusal.value.rule == rule


def test_a_person_of_130_years_is_the_oldest() -> None:
    assert resident_id.parse(_number("41010218890225123"), TODAY)
    with pytest.raises(InvalidIdentifier, match="age"):
        resident_id.parse(_number("41010218890224123"), TODAY)


def test_a_child_born_today_has_a_number() -> None:
    assert resident_id.parse(_number("41010220200224123"), TODAY).born_on == TODAY


def test_the_first_three_and_last_four_are_shown() -> None:
    assert resident_id.mask("410102199202291236") == "410***********1236"
    assert licence_number.mask("410102199202291236") == "410***********1236"


def test_a_number_does_not_show_when_printed_or_refused() -> None:
    assert "1992" not in repr(resident_id.parse("410102199202291236", TODAY))
    with pytest.raises(InvalidIdentifier) as refusal:
        resident_id.parse("410102199202301236", TODAY)
    assert str(refusal.value) == "date"
    assert refusal.value.__suppress_context__
