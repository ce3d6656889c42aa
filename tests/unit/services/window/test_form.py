"""The one form of all window services tells everything that is wrong with it at once."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from domain.identifiers.licence_classes import LicenceClass
from domain.services.catalogue import WINDOW_SERVICES, AnyFacts
from domain.services.choices import Channel, UserKind
from domain.services.defects import FormRefused
from domain.services.reader import read_window_form
from domain.services.split import sealed_parts
from domain.services.texts import TEXTS
from domain.services.vouched import Vouched
from domain.services.window.facts import WindowFacts
from tests.unit.services.window.given import TODAY, defects, example, facts

GOLDEN = sorted((Path(__file__).parents[3] / "golden" / "window_facts").iterdir())


@pytest.mark.parametrize("code", WINDOW_SERVICES)
@pytest.mark.parametrize("days", [0, 30, 400])
def test_an_example_is_valid_on_the_day_it_is_made_for(code: str, days: int) -> None:
    day = TODAY + timedelta(days)
    body = json.dumps(WINDOW_SERVICES[code].example(day)).encode()
    form = read_window_form(body, today=day)
    assert form.facts().service == form.service == code


def test_all_defects_are_told_at_once_each_with_its_pointer() -> None:
    body = example("reg_ambulance", channel="online_app", originals=["identity", "use"])
    body["new_vehicle"] = {**body["new_vehicle"], "vin": "1"}
    body["registration"] = {**body["registration"], "plate_no": "京A12345"}
    del body["applicant"]["mobile"]
    assert defects(body) == [
        ("/channel", "channel_not_window"),
        ("/applicant/mobile", "missing"),
        ("/new_vehicle/vin", "vin_length"),
        ("/registration/plate_no", "plate_province"),
        ("/originals", "original_missing_conformity"),
        ("/originals", "original_missing_insurance"),
        ("/originals", "original_missing_origin"),
        ("/originals", "original_missing_purchase_tax"),
        ("/originals", "original_missing_tax"),
    ]


@pytest.mark.parametrize(
    ("code", "changed", "found"),
    [
        ("balloon", {}, [("/service", "service")]),
        ("reg_transfer", {"vehicle": None}, [("/vehicle", "missing")]),
        (
            "reg_new",
            {
                "exam": {
                    "permit_no": "410100123456",
                    "exam_class": "C1",
                    "site_id": "410100.exs1",
                    "sat_on": "2020-02-24",
                    "score": 90,
                }
            },
            [("/exam", "not_applicable")],
        ),
        ("exam_s1", {"user_kind": "unit"}, [("/user_kind", "unit_not_served")]),
        (
            "exam_s1",
            {"originals": ["identity", "identity"]},
            [("/originals", "original_twice"), ("/originals", "original_missing_learner_permit")],
        ),
    ],
)
def test_a_bad_form_names_pointer_and_rule(
    code: str, changed: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    base = example(code if code in WINDOW_SERVICES else "exam_s1", **changed)
    assert set(found) <= set(defects({**base, "service": code}))


def test_an_applicant_in_another_capacity_is_told_so() -> None:
    body = example("reg_new")
    body["applicant"] = {**body["applicant"], "capacity": "driver"}
    assert defects(body) == [("/applicant", "capacity_of_service")]


def test_an_agent_shows_his_mandate() -> None:
    body = example("reg_new")
    body["applicant"] = {**body["applicant"], "capacity": "agent"}
    body["agent"] = {"name": "李四", "id_no": "410102199003071234", "mobile": "13900001234"}
    assert ("/originals", "original_missing_mandate") in defects(body)


@pytest.mark.parametrize(
    ("plate_no", "found"),
    [
        ("豫A8N2P6", []),
        ("豫A12345", [("/new_plate", "plate_kept")]),
        ("豫C8N2P6", [("/new_plate", "plate_elsewhere")]),
        ("京A12345", [("/new_plate/plate_no", "plate_province")]),
    ],
)
def test_a_transfer_determines_another_number_of_the_same_office(
    plate_no: str, found: list[tuple[str, str]]
) -> None:
    body = example("reg_transfer")
    body["vehicle"] = {**body["vehicle"], "plate_no": "豫A12345"}
    body["new_plate"] = {"plate_kind": "02", "plate_no": plate_no}
    assert defects(body) == found
    assert defects({**body, "new_plate": None}) == [("/new_plate", "missing")]


def test_whom_a_vehicle_is_mortgaged_to_is_named_and_sealed() -> None:
    body = example("reg_mortgage")
    assert defects({**body, "mortgagee": None}) == [("/mortgagee", "missing")]
    wrong = {**body["mortgagee"], "id_no": "91410100MA45000178"}
    assert defects({**body, "mortgagee": wrong}) == [("/mortgagee/id_no", "uscc_check_digit")]
    person = {"id_type": "resident_id", "id_no": "410102199202291236", "name": "李四"}
    assert defects({**body, "mortgagee": person}) == []
    parts = sealed_parts(read_window_form(json.dumps(body).encode(), today=TODAY))
    assert b"91410100MA45000177" in parts["mortgagee"]
    assert defects(example("reg_mortgage_release", originals=["identity", "certificate"])) == [
        ("/originals", "original_missing_mortgagee_identity")
    ]


def test_what_the_doctor_found_is_sealed_and_only_what_decides_stays_in_the_clear() -> None:
    given = facts("medical_submit_w")
    assert given.certificate
    assert given.certificate.fit_for == (LicenceClass.C5,)
    assert b"vision" not in msgspec.json.encode(given)
    body = example("medical_submit_w", classes="C1")
    assert "examination" in sealed_parts(read_window_form(json.dumps(body).encode(), today=TODAY))
    wrong = {**body["examination"], "vision_left": "9"}
    assert defects({**body, "examination": wrong}) == [("/examination/vision_left", "vision_range")]


def test_an_exam_of_tomorrow_or_at_no_site_is_not_entered() -> None:
    body = example("exam_s2")
    body["exam"] = {**body["exam"], "sat_on": "2020-02-25", "site_id": "410100", "score": 101}
    assert defects(body) == [
        ("/exam/site_id", "place_unknown"),
        ("/exam/sat_on", "in_future"),
        ("/exam/score", "range"),
    ]


def test_an_exam_of_a_day_without_a_rule_is_a_slip() -> None:
    body = example("exam_s2")
    body["exam"] = {**body["exam"], "sat_on": "2016-03-31"}
    assert defects(body) == [("/exam/sat_on", "date_range")]
    body["exam"] = {**body["exam"], "sat_on": "2016-04-01"}
    assert defects(body) == []


def test_every_rule_of_the_form_has_words_in_both_languages() -> None:
    for rule in ("channel_not_window", "capacity_of_service", "original_missing_identity"):
        assert TEXTS[rule].zh
        assert TEXTS[rule].en


@pytest.mark.parametrize("code", WINDOW_SERVICES)
def test_nothing_personal_stands_in_the_clear(code: str) -> None:
    body = example(code)
    clear = msgspec.json.encode(facts(code)).decode()
    for number in ("410102199202291236", "13800001234", "LZYTBTD60L1000123", "豫A", "张三"):
        assert number not in clear
    form = read_window_form(json.dumps(body).encode(), today=TODAY)
    assert "applicant" in sealed_parts(form)


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.stem)
def test_stored_facts_stay_readable(file: Path) -> None:
    read = msgspec.json.decode(file.read_bytes(), type=AnyFacts)
    assert isinstance(read, WindowFacts)
    assert read.service == file.stem
    assert msgspec.json.encode(read, order="deterministic") + b"\n" == file.read_bytes()


def test_a_form_says_no_channel_that_the_token_does_not_vouch_for() -> None:
    vouched = Vouched(frozenset({Channel.EXTENDED_HOURS_WINDOW}), frozenset(UserKind))
    body = json.dumps(example("reg_new")).encode()
    with pytest.raises(FormRefused) as refused:
        read_window_form(body, today=TODAY, vouched=vouched)
    assert [each.rule for each in refused.value.defects] == ["channel_not_yours"]
