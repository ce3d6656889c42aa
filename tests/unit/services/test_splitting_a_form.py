"""What is sealed, what stays clear, what is indexed."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest
from pydantic import BaseModel, TypeAdapter

from domain.services.catalogue import CATALOGUE, AnyForm
from domain.services.choices import PaymentMethod
from domain.services.facts import ByPost
from domain.services.form import Form
from domain.services.personal import personal_fields
from domain.services.plate_reissue.facts import PlateReissueFacts
from domain.services.reader import read_form
from domain.services.renewal_deferral.facts import RenewalDeferralFacts
from domain.services.split import clear_facts, office_of, sealed_parts, subjects_of
from domain.services.subjects import Subjects

TODAY = date(2020, 2, 24)


def example(code: str) -> Form:
    return read_form(json.dumps(CATALOGUE[code].example(TODAY)).encode(), today=TODAY)


def personal_values(block: BaseModel) -> Iterator[str]:
    personal = personal_fields(type(block))
    for name in type(block).model_fields:
        value = getattr(block, name)
        if isinstance(value, BaseModel):
            yield from personal_values(value)
        elif name in personal and value is not None:
            yield value if isinstance(value, str) else json.dumps(value)


@pytest.mark.parametrize("code", CATALOGUE)
def test_no_personal_value_stands_in_the_clear(code: str) -> None:
    form = example(code)
    values = set(personal_values(form))
    assert len(values) >= 4
    facts = msgspec.structs.asdict(clear_facts(form))
    shown = f"{facts} {office_of(form)} {form!r} {subjects_of(form)!r}"
    assert not [value for value in values if value in shown]


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_personal_value_is_sealed(code: str) -> None:
    form = example(code)
    sealed = b"".join(sealed_parts(form).values()).decode()
    assert not [value for value in personal_values(form) if value not in sealed]


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("plate_reissue", {"applicant", "vehicle", "delivery"}),
        ("vehicle_contact_change", {"applicant", "vehicle", "details"}),
        ("renewal_deferral", {"applicant", "licence"}),
        ("medical_submit", {"applicant", "licence", "examination"}),
    ],
)
def test_a_block_with_a_personal_field_is_sealed_whole(code: str, parts: set[str]) -> None:
    form = example(code)
    assert sealed_parts(form).keys() == parts
    assert sealed_parts(form) == sealed_parts(example(code))


def test_the_sealed_bytes_are_the_blocks_without_what_was_left_out() -> None:
    details = json.loads(sealed_parts(example("vehicle_contact_change"))["details"])
    assert details.keys() == {"email", "postcode", "contact_address"}


def test_the_facts_carry_what_clocks_fees_and_statistics_need() -> None:
    plates = clear_facts(example("plate_reissue"))
    assert isinstance(plates, PlateReissueFacts)
    assert (plates.plate_kind, plates.reason, plates.need_temp_plate) == ("02", "lost", True)
    assert (plates.delivery, plates.pays) == (ByPost("410105"), PaymentMethod.ONLINE)
    deferral = clear_facts(example("renewal_deferral"))
    assert isinstance(deferral, RenewalDeferralFacts)
    assert (deferral.base_on, deferral.requested_until) == (date(2020, 6, 24), date(2022, 6, 24))


def test_the_subjects_are_the_numbers_in_one_spelling() -> None:
    body: dict[str, Any] = dict(CATALOGUE["plate_reissue"].example(TODAY))
    body["vehicle"]["plate_no"] = "豫a1b2c3"
    form = read_form(json.dumps(body).encode(), today=TODAY)
    assert subjects_of(form) == Subjects(
        id_no="410102199202291236",
        mobile="13800001234",
        plate="02:豫A1B2C3",
        vin="LZYTBTD60L1000123",
    )
    assert subjects_of(example("renewal_deferral")).licence_no == "410102199202291236"


@pytest.mark.parametrize(
    ("plate_no", "office"), [("豫R12345", "411300"), ("豫U12345", "419001"), ("豫N12345", "411400")]
)
def test_the_office_of_registration_has_power(plate_no: str, office: str) -> None:
    body: dict[str, Any] = dict(CATALOGUE["plate_reissue"].example(TODAY))
    body["vehicle"]["plate_no"] = plate_no
    assert office_of(read_form(json.dumps(body).encode(), today=TODAY)) == office


def test_the_issuing_office_has_power_over_a_licence() -> None:
    assert office_of(example("renewal_deferral")) == "410100"


def test_the_published_schema_marks_the_personal_fields() -> None:
    schema = TypeAdapter(AnyForm).json_schema()
    applicant = schema["$defs"]["OwnerApplicant"]["properties"]
    assert applicant["id_no"]["x-personal"] is True
    assert applicant["mobile"]["x-personal"] is True
    assert "x-personal" not in applicant["capacity"]
    assert schema["discriminator"]["propertyName"] == "service"
