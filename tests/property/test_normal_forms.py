"""What was once accepted keeps its normal form: indexes and claims are computed from it.

Beside each parser stands the narrow reading with which the first cases were stored. A parser may
accept more. Where the narrow reading accepts a text, the two must agree to the letter.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import example, given, reject, settings
from hypothesis import strategies as st

from domain.identifiers import (
    address,
    certificate_number,
    document_number,
    file_number,
    mobile,
    person_name,
    plate,
    postal_item,
    postcode,
    reference,
    resident_id,
    unit_name,
    uscc,
    vin,
)
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.plate import PlateKind
from tests.property.test_identifiers import FULL_WIDTH, TODAY

Reading = Callable[[str], str | None]

_HAN: Final = r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
_LATIN: Final = r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ](?:[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]|[ '\-.])*"
_NAME: Final = f"(?:{_HAN}+(?:·{_HAN}+)*|{_LATIN})"


def _number(pattern: str, drop: str = "", prefix: str = "") -> Reading:
    def read(text: str) -> str | None:
        number = unicodedata.normalize("NFKC", text).strip().upper()
        number = number.translate(dict.fromkeys(map(ord, drop)))
        return number.removeprefix(prefix) if re.fullmatch(pattern, number) else None

    return read


def _text(pattern: str, dots: str = "") -> Reading:
    def read(text: str) -> str | None:
        name = unicodedata.normalize("NFC", text).strip()
        name = name.translate(str.maketrans(dots, "····'"[: len(dots)]))
        return name if re.fullmatch(pattern, name) else None

    return read


def _reference(text: str) -> str | None:
    drop = str.maketrans("ILO", "110", "- ‐–—")
    typed = unicodedata.normalize("NFKC", text).strip().upper().translate(drop)
    if not re.fullmatch("[0-9A-HJKMNP-TV-Z]{13}", typed):
        return None
    return f"{typed[:4]}-{typed[4:8]}-{typed[8:12]}-{typed[12]}"


READINGS: Final[dict[str, tuple[Callable[[str], str], Reading]]] = {
    "address": (lambda t: address.parse(t).text, _text(r"[\w ·、,.()（）#-]{5,100}")),
    "certificate": (lambda t: certificate_number.parse(t).text, _number("[0-9]{12}")),
    "document": (lambda t: document_number.parse(t).text, _number("[0-9A-Z]+")),
    "file": (lambda t: file_number.parse(t).text, _number("[0-9]{12}")),
    "mobile": (
        lambda t: mobile.parse(t).text,
        _number(r"(?:\+86)?1[3-9][0-9]{9}", " ", "+86"),
    ),
    "name": (lambda t: person_name.parse(t).text, _text(_NAME, "•‧・．’")),
    "plate": (
        lambda t: plate.parse(PlateKind.SMALL_CAR, t, on=TODAY).text,
        _number("豫[A-HJ-NP-SU](?:[0-9]*[A-HJ-NP-Z]){0,2}[0-9]*", "·•・ "),
    ),
    "postal_item": (
        lambda t: postal_item.parse(t).text,
        _number("[A-Z]{2}[0-9]{9}CN|[0-9]{13}", " "),
    ),
    "postcode": (lambda t: postcode.parse(t).text, _number("[0-9]{6}")),
    "reference": (lambda t: reference.parse(t).text, _reference),
    "resident_id": (lambda t: resident_id.parse(t, TODAY).text, _number("[0-9]{17}[0-9X]")),
    "unit": (lambda t: unit_name.parse(t).text, _text(r"(?:[^\W_]|[·.,&'\-()（）“”、 ])+")),
    "uscc": (
        lambda t: uscc.parse(t).text,
        _number("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}"),
    ),
    "vin": (lambda t: vin.parse(t).text, _number("[0-9A-HJ-NPR-Z]{17}")),
}
WRITTEN: Final = {
    "address": "郑州市金水区文化路1号院2号楼",
    "certificate": "410012345678",
    "document": "H1234567800",
    "file": "410100123456",
    "mobile": "+86 138 1234 5678",
    "name": "阿卜杜拉•买买提",
    "plate": "豫A·LK123",
    "postal_item": "EE 473 124 829 CN",
    "postcode": "450000",
    "reference": reference.draw(bytes(range(8))),
    "resident_id": "11010519491231002x",
    "unit": "河南（示例）汽车有限公司",
    "uscc": "91410100MA45000177",
    "vin": "LZYTBTD60L1000123",
}
_AROUND: Final = st.text(" \t\u3000\xa0\n", max_size=3)
_SLIPS: Final = st.text("0８aＢXx×İßﬁ豫⾼\u0301\u200b\ufe0f·.-–— 　", max_size=3)


def _agree(name: str, text: str) -> None:
    parse, narrow = READINGS[name]
    if (before := narrow(text)) is not None:
        assert _read(parse, text) == before


def _read(parse: Callable[[str], str], text: str) -> str:
    """The narrow reading looks at the shape alone. Other rules, as of check digits, are not it."""
    try:
        return parse(text)
    except InvalidIdentifier as refused:
        if refused.rule in {"length", "characters", "province"}:
            raise
        reject()


@pytest.mark.parametrize("name", READINGS)
def test_the_written_form_is_read_both_ways_to_the_same(name: str) -> None:
    parse, narrow = READINGS[name]
    assert parse(WRITTEN[name]) == narrow(WRITTEN[name]) is not None


@pytest.mark.parametrize("name", READINGS)
@settings(max_examples=60)
@given(st.data())
def test_a_spelling_that_was_accepted_keeps_its_normal_form(name: str, data: st.DataObject) -> None:
    text = WRITTEN[name]
    if data.draw(st.booleans()):
        text = text.translate(FULL_WIDTH)
    if data.draw(st.booleans()):
        text = text.lower()
    place = data.draw(st.integers(0, len(text)))
    text = text[:place] + data.draw(_SLIPS) + text[place + data.draw(st.integers(0, 1)) :]
    _agree(name, data.draw(_AROUND) + text + data.draw(_AROUND))


@pytest.mark.parametrize("name", ["document", "name", "unit"])
@settings(max_examples=200)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=12))
@example("ﬀß№①")
@example("⾼(B)")
def test_whatever_was_accepted_keeps_its_normal_form(name: str, text: str) -> None:
    _agree(name, text)
