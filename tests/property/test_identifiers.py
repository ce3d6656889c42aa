"""What the check characters promise, and that nothing anyone types can break a parser."""

import string
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from domain.identifiers import (
    address,
    certificate_number,
    decision_number,
    file_number,
    landline,
    licence_classes,
    licence_number,
    mobile,
    person_name,
    plate,
    postal_item,
    postcode,
    reference,
    region,
    resident_id,
    serial_number,
    uscc,
    vin,
    violation_code,
)
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.plate import PlateKind
from domain.identifiers.provinces import PROVINCES

TODAY = date(2020, 2, 24)
DIGITS = string.digits
CAPITALS_AND_DIGITS = string.digits + string.ascii_uppercase
FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in string.ascii_letters + string.digits}


def _parse_resident_id(text: str) -> object:
    return resident_id.parse(text, TODAY)


PARSERS: dict[str, Callable[[str], object]] = {
    "address": address.parse,
    "certificate_number": certificate_number.parse,
    "decision_number": decision_number.parse,
    "file_number": file_number.parse,
    "landline": landline.parse,
    "licence_classes": licence_classes.parse,
    "licence_number": lambda text: licence_number.parse(text, TODAY),
    "mobile": mobile.parse,
    "person_name": person_name.parse,
    "postal_item": postal_item.parse,
    "postcode": postcode.parse,
    "reference": reference.parse,
    "region": region.parse,
    "resident_id": _parse_resident_id,
    "serial_number": serial_number.parse,
    "uscc": uscc.parse,
    "vin": vin.parse,
    "violation_code": violation_code.parse,
    **{f"plate_{kind.name}": partial(plate.parse, kind, on=TODAY) for kind in PlateKind},
}
MASKS = [
    address.mask,
    certificate_number.mask,
    decision_number.mask,
    file_number.mask,
    landline.mask,
    licence_number.mask,
    mobile.mask,
    person_name.mask,
    plate.mask,
    postal_item.mask,
    postcode.mask,
    reference.mask,
    resident_id.mask,
    serial_number.mask,
    uscc.mask,
    vin.mask,
]


def _digits(count: int) -> st.SearchStrategy[str]:
    return st.text(DIGITS, min_size=count, max_size=count)


@st.composite
def resident_ids(draw: st.DrawFn) -> str:
    province = draw(st.sampled_from(sorted(PROVINCES)))
    born_on = draw(st.dates(TODAY - timedelta(days=36_500), TODAY))
    first_17 = f"{province}{draw(_digits(4))}{born_on:%Y%m%d}{draw(_digits(3))}"
    return first_17 + resident_id.check_character(first_17)


@st.composite
def usccs(draw: st.DrawFn) -> str:
    organisation = draw(st.text(uscc.ALPHABET, min_size=8, max_size=8))
    first_17 = (
        draw(st.text(uscc.ALPHABET, min_size=2, max_size=2))
        + draw(_digits(6))
        + organisation
        + uscc.organisation_check_character(organisation)
    )
    return first_17 + uscc.check_character(first_17)


@st.composite
def vins(draw: st.DrawFn) -> str:
    allowed = sorted(vin.VALUES)
    first = draw(st.text(allowed, min_size=8, max_size=8))
    year = draw(st.sampled_from(sorted(vin.MODEL_YEAR_LETTERS)))
    last = draw(st.text(allowed, min_size=7, max_size=7))
    return first + vin.check_character(f"{first}0{year}{last}") + year + last


@st.composite
def serial_numbers(draw: st.DrawFn) -> str:
    submitted_on = draw(st.dates(date(2020, 1, 1), date(2026, 12, 31)))
    sequence = draw(st.integers(0, serial_number.LARGEST_SEQUENCE))
    return serial_number.make(f"41{draw(_digits(4))}", submitted_on, sequence)


references = st.binary(min_size=8, max_size=16).map(reference.draw)


def _slips(text: str, alphabet: str) -> st.SearchStrategy[str]:
    """The text with one character another."""

    def slip(place: int) -> st.SearchStrategy[str]:
        others = sorted(set(alphabet) - {text[place]})
        return st.sampled_from(others).map(lambda other: text[:place] + other + text[place + 1 :])

    return st.sampled_from(range(len(text))).flatmap(slip)


def _refused(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except InvalidIdentifier:
        return True
    return False


@given(resident_ids(), st.data())
def test_one_wrong_character_of_a_resident_id_is_caught(text: str, data: st.DataObject) -> None:
    assert _parse_resident_id(text)
    assert _refused(_parse_resident_id, data.draw(_slips(text, CAPITALS_AND_DIGITS)))


@given(resident_ids(), st.integers(0, 16))
def test_two_neighbours_of_a_resident_id_in_the_wrong_order_are_caught(
    text: str, place: int
) -> None:
    assume(text[place] != text[place + 1])
    swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    assert _refused(_parse_resident_id, swapped)


@given(usccs(), st.data())
def test_one_wrong_character_of_a_credit_code_is_caught(text: str, data: st.DataObject) -> None:
    assert uscc.parse(text).text == text
    assert _refused(uscc.parse, data.draw(_slips(text, CAPITALS_AND_DIGITS)))


@given(vins(), st.data())
def test_one_wrong_character_of_a_vin_is_caught_when_its_value_differs(
    text: str, data: st.DataObject
) -> None:
    assert vin.parse(text).check_digit_ok
    slipped = data.draw(_slips(text, CAPITALS_AND_DIGITS))
    place = next(n for n, (was, now) in enumerate(zip(text, slipped, strict=True)) if was != now)
    same_value = vin.VALUES[text[place]] == vin.VALUES.get(slipped[place])
    if place == 8 or not same_value:
        assert _refused(vin.parse, slipped)
    elif place != 9:
        assert vin.parse(slipped).check_digit_ok


@given(st.integers(0, postal_item.LARGEST_SERIAL), st.data())
def test_one_wrong_digit_of_a_postal_item_is_caught_unless_the_remainder_goes_between_0_and_6(
    serial: int, data: st.DataObject
) -> None:
    def remainder(number: str) -> int:
        digits = map(int, number[2:10])
        return sum(d * w for d, w in zip(digits, postal_item.WEIGHTS, strict=True)) % 11

    number = postal_item.make(serial=serial)
    slipped = number[:2] + data.draw(_slips(number[2:11], DIGITS)) + number[11:]
    missed = number[10] == slipped[10] and {remainder(number), remainder(slipped)} == {0, 6}
    assert _refused(postal_item.parse, slipped) is not missed


@given(references, st.data())
def test_one_wrong_character_of_a_reference_is_caught(text: str, data: st.DataObject) -> None:
    typed = text.replace("-", "")
    assert reference.parse(typed).text == text
    assert _refused(reference.parse, data.draw(_slips(typed, reference.ALPHABET)))


@given(serial_numbers(), st.data())
def test_one_wrong_character_of_a_case_serial_is_caught(text: str, data: st.DataObject) -> None:
    assert serial_number.parse(text).text == text
    assert _refused(serial_number.parse, data.draw(_slips(text, CAPITALS_AND_DIGITS)))


@given(st.one_of(resident_ids(), usccs(), vins(), serial_numbers()))
def test_full_width_and_small_letters_are_the_same_number(text: str) -> None:
    parse = next(
        parse
        for parse in (_parse_resident_id, uscc.parse, vin.parse, serial_number.parse)
        if not _refused(parse, text)
    )
    assert parse(f"　{text.lower().translate(FULL_WIDTH)} ") == parse(text)


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=40)
@given(
    st.one_of(
        st.text(st.characters(codec=None, exclude_categories=())),
        st.text("0123456789XxIlOo豫AD挂临·- +８６\x00\ud800😀٣", max_size=30),
    )
)
@example("\x00" * 18)
@example("\ud800" * 18)
@example("٤١٠١٠٢١٩٩٢٠٢٢٩١٢٣٦")
@example("9" * 1_000_000)
@example("豫" * 1_000_000)
@example("\u0301" * 1_000_000)
@example("ﷺ" * 256)
def test_whatever_is_typed_is_read_or_refused(name: str, text: str) -> None:
    with suppress(InvalidIdentifier):
        PARSERS[name](text)


@settings(max_examples=40)
@given(st.text(st.characters(codec=None, exclude_categories=()), min_size=4))
@example("1" * 1_000_000)
@example("\ud800" * 18)
def test_whatever_is_masked_does_not_show_whole(text: str) -> None:
    for mask in MASKS:
        shown = mask(text)
        assert text not in shown
        assert len(shown) <= 40
