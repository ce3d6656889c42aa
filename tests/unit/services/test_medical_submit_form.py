"""D06: the certificate, what it may say, and what of it leaves the seal."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from domain.identifiers.licence_classes import LicenceClass
from domain.services.catalogue import CATALOGUE
from domain.services.medical_submit.facts import MedicalSubmitFacts
from domain.services.reader import read_form
from tests.unit.services.conftest import TODAY

Defects = Callable[..., list[tuple[str, str]]]
SOUND = {"lower_limbs": "sound", "vision_right": "5.0", "height_cm": 172}


def body(classes: str = "C5", **examination: Any) -> dict[str, Any]:
    """The example, whose holder is seventy if he does not hold C5."""
    made: dict[str, Any] = dict(CATALOGUE["medical_submit"].example(TODAY))
    made["licence"]["classes"] = classes
    if classes != "C5":
        made["licence"]["licence_no"] = made["applicant"]["id_no"] = "410102194902281239"
    made["examination"] |= examination
    return made


def facts(form: dict[str, Any]) -> MedicalSubmitFacts:
    read = read_form(json.dumps(form).encode(), today=TODAY).facts()
    assert isinstance(read, MedicalSubmitFacts)
    return read


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("hospital_code", "郑州一院", "hospital_code"),
        ("hospital_code", "HN4101-01", "hospital_code"),
        ("certificate_no", "12345", "certificate_no"),
        ("certificate_no", "第100001号", "certificate_no"),
        ("examined_on", "2020-02-25", "in_future"),
        ("examined_on", "2019-08-23", "certificate_expired"),
        ("examined_on", "2020-02-30", "date"),
        ("height_cm", 99, "height_range"),
        ("height_cm", 251, "height_range"),
        ("height_cm", "172", "type"),
        ("vision_left", "3.9", "vision_range"),
        ("vision_left", "5.4", "vision_range"),
        ("vision_left", "5", "vision_range"),
        ("vision_left", "1.0", "vision_range"),
        ("vision_right", 5.0, "type"),
        ("vision_left", "4.8", None),
        ("visual_field", 181, "visual_field_range"),
        ("colour_vision", "ok", "type"),
        ("upper_limbs", "strong", "choice"),
        ("lower_limbs", "strong", "choice"),
        ("doctor_name", "王2", "name_characters"),
        ("conclusion", "maybe", "choice"),
        ("fit_for", "C5", "not_applicable"),
    ],
)
def test_a_finding_that_cannot_be_is_refused(
    field: str, value: Any, rule: str | None, defects: Defects
) -> None:
    found = defects(body(**{field: value}))
    if rule is None:
        assert found == [("/examination/visual_field", "visual_field_needed")]
    else:
        assert found == [(f"/examination/{field}", rule)]


def test_a_certificate_of_six_months_to_the_day_is_still_good(defects: Defects) -> None:
    assert defects(body(examined_on="2019-08-24")) == []


def test_with_one_weak_eye_the_visual_field_is_given(defects: Defects) -> None:
    assert defects(body(vision_left="4.0", visual_field=150)) == []
    assert defects(body(vision_left="4.0", vision_right="4.0")) == []


def test_a_doctor_who_finds_him_fit_for_some_classes_names_them(defects: Defects) -> None:
    some = body("C1", conclusion="fit_for_some")
    assert defects(some) == [("/examination/fit_for", "missing")]
    some["examination"]["fit_for"] = "C2"
    assert defects(some) == []
    some["examination"]["fit_for"] = "A1"
    assert defects(some) == [("/examination/fit_for", "fit_for_held")]
    some["examination"]["fit_for"] = "C9"
    assert defects(some) == [("/examination/fit_for", "classes_characters")]


def test_only_who_owes_a_certificate_submits_one(defects: Defects) -> None:
    young = body()
    young["licence"]["classes"] = "C1"
    assert defects(young) == [("/licence/classes", "medical_not_required")]
    young["licence"]["classes"] = "C1C5"
    assert defects(young) == []


def test_of_a_licence_of_another_province_another_office_hears(defects: Defects) -> None:
    elsewhere = body()
    elsewhere["licence"]["file_no"] = "110100123456"
    assert defects(elsewhere) == [("/licence/file_no", "issued_elsewhere")]


def test_everything_wrong_is_told_at_once(defects: Defects) -> None:
    wrong = body(
        hospital_code="?",
        certificate_no="?",
        examined_on="2019-01-01",
        height_cm=17,
        vision_left="6.0",
        vision_right="4.8",
        conclusion="fit_for_some",
    )
    wrong["user_kind"] = "web_registered"
    del wrong["examination"]["trunk_neck"]
    wrong["documents"] = []
    assert defects(wrong) == [
        ("/user_kind", "real_name_required"),
        ("/examination/hospital_code", "hospital_code"),
        ("/examination/certificate_no", "certificate_no"),
        ("/examination/examined_on", "certificate_expired"),
        ("/examination/height_cm", "height_range"),
        ("/examination/vision_left", "vision_range"),
        ("/examination/trunk_neck", "missing"),
        ("/examination/fit_for", "missing"),
        ("/documents", "document_missing_medical_certificate"),
    ]


def classes(text: str) -> tuple[LicenceClass, ...]:
    return tuple(LicenceClass(code) for code in text.split())


def test_the_facts_say_for_which_of_his_classes_he_is_fit_and_nothing_of_his_body() -> None:
    read = facts(body("B2D", **SOUND))
    assert (read.fit, read.fit_for) == (True, classes("B2 C1 C2 C3 C4 D E F M"))
    short = facts(body("B2D", **SOUND | {"height_cm": 150}))
    assert (short.fit, short.fit_for) == (False, classes("C1 C2 C3 C4 D E F M"))
    assert {name for name in read.__struct_fields__ if name not in ("fit", "fit_for")} == {
        "channel",
        "user_kind",
        "capacity",
        "papers",
        "delivery",
        "pays",
        "hospital",
        "examined_on",
    }


@pytest.mark.parametrize(
    ("conclusion", "named", "fit_for"),
    [
        ("fit_for_some", "D", "D E F"),
        ("fit_for_some", "C1", "C1 C2 C3 C4"),
        ("unfit", None, ""),
    ],
)
def test_the_doctor_may_find_him_less_fit_than_the_values_say(
    conclusion: str, named: str | None, fit_for: str
) -> None:
    read = facts(body("B2D", **SOUND, conclusion=conclusion, fit_for=named))
    assert (read.fit, read.fit_for) == (False, classes(fit_for))


def test_the_examination_is_dated() -> None:
    assert facts(body()).examined_on == date(2020, 2, 19)
    assert facts(body()).hospital == "HN410100-01"
