"""From bytes to a form, or to everything that is wrong with them."""

import json
import re
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from domain.services.catalogue import CATALOGUE
from domain.services.defects import FormRefused
from domain.services.reader import RULES, read_form
from domain.services.texts import TEXTS

TODAY = date(2020, 2, 24)
Defects = Callable[..., list[tuple[str, str]]]
SERVICES = Path(__file__).parents[3] / "domain" / "services"


@pytest.mark.parametrize("code", CATALOGUE)
def test_an_example_is_read_with_and_without_naming_its_service(code: str) -> None:
    body = json.dumps(CATALOGUE[code].example(TODAY)).encode()
    assert read_form(body, today=TODAY) == read_form(body, today=TODAY, service=code)


def test_a_form_of_an_unknown_or_missing_service_is_refused(
    plates: dict[str, Any], defects: Defects
) -> None:
    assert defects(plates | {"service": "space_travel"}) == [("/service", "service")]
    del plates["service"]
    assert defects(plates) == [("/service", "service")]


def test_a_form_of_another_service_than_the_one_asked_for_is_refused(
    plates: dict[str, Any],
) -> None:
    body = json.dumps(plates).encode()
    with pytest.raises(FormRefused) as refused:
        read_form(body, today=TODAY, service="renewal_deferral")
    assert refused.value.defects[0].pointer == "/service"
    with pytest.raises(FormRefused) as refused:
        read_form(body, today=TODAY, service="space_travel")
    assert [(d.pointer, d.rule) for d in refused.value.defects] == [("/service", "service")]


@pytest.mark.parametrize("body", [b"", b"{", b'{"service":', b"\xff", b"{'a':1}"])
def test_what_is_no_json_is_refused_as_a_whole(body: bytes, defects: Defects) -> None:
    assert defects(body) == [("", "json")]


def test_what_is_no_object_is_refused_as_a_whole(defects: Defects) -> None:
    assert defects(b"[]") == [("", "type")]
    assert defects(b"null") == [("", "type")]


def test_an_unknown_field_is_pointed_at(plates: dict[str, Any], defects: Defects) -> None:
    plates["vehicle"]["colour"] = "red"
    assert defects(plates) == [("/vehicle/colour", "unknown_field")]


def test_the_name_of_an_unknown_field_is_not_repeated_when_it_may_be_personal(
    plates: dict[str, Any], defects: Defects
) -> None:
    assert defects(plates | {"13800001234": 1}) == [("", "unknown_field")]
    assert defects(plates | {"张三": 1}) == [("", "unknown_field")]


def test_text_in_place_of_a_number_or_a_truth_value_is_refused(
    plates: dict[str, Any], defects: Defects
) -> None:
    plates["need_temp_plate"] = "yes"
    plates["documents"][0]["size"] = "204800"
    assert defects(plates) == [("/need_temp_plate", "type"), ("/documents/0/size", "type")]


def test_every_defect_of_a_form_is_reported_at_once_and_no_value(
    plates: dict[str, Any], defects: Defects
) -> None:
    plates["channel"] = "pigeon"
    plates["applicant"] |= {"id_no": "410102199202291235", "mobile": "23800001234"}
    plates["vehicle"] |= {"plate_no": "豫O12345", "vin": "LZYTBTD61L1000123"}
    plates["reason"] = "damaged"
    del plates["delivery"]["address"]
    plates["payment"] = {"method": "barter"}
    plates["declaration"] |= {"agreed_at": None}
    plates["documents"] = [
        *plates["documents"][:2],
        plates["documents"][0] | {"size": 9_000_000},
    ]
    assert defects(plates) == [
        ("/channel", "choice"),
        ("/applicant/id_no", "resident_id_check_digit"),
        ("/applicant/mobile", "mobile_characters"),
        ("/declaration/agreed_at", "not_agreed"),
        ("/vehicle/plate_no", "plate_issuing_letter"),
        ("/vehicle/vin", "vin_check_digit"),
        ("/reason", "business_reason"),
        ("/delivery/address", "missing"),
        ("/payment/method", "choice"),
        ("/documents/2/size", "document_too_large"),
        ("/documents/2/kind", "document_twice"),
        ("/documents", "document_missing_registration_certificate"),
    ]
    with pytest.raises(FormRefused) as refused:
        read_form(json.dumps(plates).encode(), today=TODAY)
    shown = "".join(traceback.format_exception(refused.value)) + repr(refused.value)
    for value in ("410102199202291235", "23800001234", "豫O12345", "LZYTBTD61L1000123", "张三"):
        assert value not in shown
    assert refused.value.__context__ is None


def test_a_law_is_named_where_its_text_was_read(plates: dict[str, Any]) -> None:
    plates["reason"] = "damaged"
    with pytest.raises(FormRefused) as refused:
        read_form(json.dumps(plates).encode(), today=TODAY)
    [law] = [d.law for d in refused.value.defects if d.rule == "business_reason"]
    assert law is not None
    assert law.citation("en") == "Order 124, Motor Vehicle Registration, art. 44"


def test_every_rule_that_is_raised_has_a_text_in_both_languages() -> None:
    source = "".join(path.read_text() for path in SERVICES.rglob("*.py"))
    raised = set(re.findall(r'defect\("([^"{]+)"\)', source)) | set(RULES.values()) | {"type"}
    assert len(raised) > 30
    assert raised <= TEXTS.keys()
    assert all(title.zh.endswith("。") and title.en.endswith(".") for title in TEXTS.values())


def test_a_sound_form_shows_nothing_of_itself(plates: dict[str, Any]) -> None:
    form = read_form(json.dumps(plates).encode(), today=TODAY)
    assert repr(form) == "PlateReissue()"
    assert f"{form}{form.applicant!r}" == "OwnerApplicant()"
