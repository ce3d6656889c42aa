"""Whatever a form or its facts may hold has a name, and every rule its text and its law."""

import json

import msgspec
import pytest

from domain.services.catalogue import CATALOGUE
from domain.services.defects import FormRefused
from domain.services.facts import Facts
from domain.services.form_fields import fields_of
from domain.services.plate_reissue.words import LAW
from domain.services.reader import read_form
from domain.services.texts import FIELDS, LAWS, PARTS, TEXTS, merged
from domain.titles import Title, field_titles
from tests.unit.services.conftest import TODAY


@pytest.mark.parametrize("service", CATALOGUE)
def test_every_field_of_a_form_has_a_name(service: str) -> None:
    fields = fields_of(CATALOGUE[service].form)
    assert len(fields) > 20
    assert [path for path, field in fields.items() if field.title is None] == []


@pytest.mark.parametrize("service", CATALOGUE)
def test_every_fact_has_a_name(service: str) -> None:
    kind: type[Facts] = CATALOGUE[service].facts
    assert field_titles(kind).keys() == {field.name for field in msgspec.structs.fields(kind)}


def test_every_choice_has_its_words() -> None:
    choices = [choice for field in FIELDS.values() for choice in field.choices.values()]
    assert len(choices) > 60
    assert [choice for choice in choices if not (choice.zh and choice.en)] == []


def test_a_field_of_several_blocks_has_the_choices_of_all() -> None:
    assert FIELDS["delivery.mode"].choices.keys() == {"post", "pickup"}
    assert FIELDS["applicant.capacity"].choices.keys() == {"owner", "driver", "learner", "agent"}


def test_a_field_that_a_form_narrows_keeps_its_name() -> None:
    assert FIELDS["applicant"].title == Title("申请人", "applicant")
    assert FIELDS["licence.file_no"].title == Title("档案编号", "file number")


def test_every_sealed_part_has_a_heading() -> None:
    assert {"applicant", "agent", "vehicle", "licence", "delivery", "details"} <= PARTS.keys()
    assert PARTS["delivery"].zh == "收件信息"


def test_one_rule_has_one_text() -> None:
    text = Title("甲。", "A.")
    assert merged([{"rule": text}, {"rule": Title("甲。", "A.")}]) == {"rule": text}
    with pytest.raises(ValueError, match="rule has two texts"):
        merged([{"rule": text}, {"rule": Title("乙。", "B.")}])


def test_a_rule_rests_on_the_law_of_its_own_service() -> None:
    rule = "document_missing_driving_permit"
    assert LAWS["inspection_mark_reissue"][rule].article == "51"
    assert LAWS["exempt_inspection_mark"][rule].article == "49"
    assert rule not in LAWS["plate_reissue"]


def test_a_paper_that_the_article_does_not_name_is_not_told_as_its_law() -> None:
    """124 art. 44 asks for the proof of identity, and for no registration certificate."""
    rule = "document_missing_registration_certificate"
    assert rule in TEXTS
    assert rule not in LAWS["plate_reissue"]


@pytest.mark.parametrize("named", [None, "plate_reissue"])
def test_the_law_stands_in_the_defect_whether_or_not_the_service_was_named(
    named: str | None,
) -> None:
    body = {**CATALOGUE["plate_reissue"].example(TODAY), "business": "replace"}
    with pytest.raises(FormRefused) as refused:
        read_form(json.dumps(body).encode(), today=TODAY, service=named)
    assert [(defect.rule, defect.law) for defect in refused.value.defects] == [
        ("business_reason", LAW)
    ]
