"""Every field of every service has its question, on a page that can be reached."""

from typing import Any

import pytest

from api.pages.kit.questionnaire.conditions import conditions_of
from api.pages.kit.questionnaire.questions import AnswerKind, Condition, Question, questions_of
from api.pages.kit.questionnaire.steps import FormStep, StepKind, steps_of
from domain.services.catalogue import CATALOGUE, OPEN_SERVICES
from domain.services.form_fields import fields_of
from domain.services.service import Service

NOBODY_FILLS_IN = {
    "service",
    "channel",
    "user_kind",
    "declaration.notice_version",
    "declaration.agreed_at",
    "declaration.declaration_version",
}
EVERY = [pytest.param(service, id=code) for code, service in CATALOGUE.items()]


def named(service: Service[Any]) -> dict[str, Question]:
    return {each.path: each for each in questions_of(service.form)}


def of(code: str, path: str) -> Question:
    return named(CATALOGUE[code])[path]


@pytest.mark.parametrize("service", EVERY)
def test_every_field_has_a_question_or_a_page_of_its_own(service: Service[Any]) -> None:
    fields = fields_of(service.form)
    blocks = {path.rpartition(".")[0] for path in fields}
    leaves = {path for path in fields if path not in blocks and not path.startswith("documents")}
    assert leaves - NOBODY_FILLS_IN == named(service).keys()


@pytest.mark.parametrize("service", EVERY)
def test_every_question_stands_on_one_page(service: Service[Any]) -> None:
    steps = steps_of(service.form)
    asked = [question.path for step in steps for question in step.questions]
    assert sorted(asked) == sorted(named(service))
    assert len({step.key for step in steps}) == len(steps)
    assert max(len(step.questions) for step in steps) <= 6


@pytest.mark.parametrize("service", EVERY)
def test_every_question_and_page_is_named_in_both_languages(service: Service[Any]) -> None:
    steps = steps_of(service.form)
    for title in [step.title for step in steps] + [q.title for q in named(service).values()]:
        assert not title.zh.isascii(), title
        assert title.en, title
        assert all(ord(character) < 0x2E80 for character in title.en), title
    for question in named(service).values():
        assert [choice for choice in question.choices if not (choice.zh and choice.en)] == []


@pytest.mark.parametrize("service", EVERY)
def test_what_a_question_waits_for_is_asked_before_it(service: Service[Any]) -> None:
    order = [question.path for step in steps_of(service.form) for question in step.questions]
    places = {path: place for place, path in enumerate(order)}
    for path, condition in conditions_of(service.form).items():
        first = min(place for each, place in places.items() if f"{each}.".startswith(f"{path}."))
        assert places[condition.on] < first


@pytest.mark.parametrize(
    ("code", "path", "kind"),
    [
        ("plate_reissue", "vehicle.plate_no", AnswerKind.TEXT),
        ("plate_reissue", "vehicle.plate_kind", AnswerKind.CHOICE),
        ("plate_reissue", "vehicle.imported", AnswerKind.YES_NO),
        ("plate_reissue", "need_temp_plate", AnswerKind.YES_NO),
        ("plate_reissue", "delivery.mode", AnswerKind.CHOICE),
        ("plate_reissue", "declaration.sms_code_id", AnswerKind.CODE),
        ("licence_renewal", "licence.valid_until", AnswerKind.DATE),
        ("temp_plate", "vehicle.seats", AnswerKind.NUMBER),
        ("medical_submit", "examination.visual_field", AnswerKind.NUMBER),
        ("medical_submit", "examination.fit_for", AnswerKind.TEXT),
        ("driver_contact_change", "new_mobile_code_id", AnswerKind.CODE),
        ("licence_lost_reissue", "loss_date", AnswerKind.DATE),
    ],
)
def test_the_type_of_a_field_says_how_it_is_answered(
    code: str, path: str, kind: AnswerKind
) -> None:
    assert of(code, path).kind is kind


def test_a_day_that_may_be_none_is_told_apart_from_one_that_may_be_left_out() -> None:
    assert of("licence_renewal", "licence.valid_until").none
    assert not of("licence_lost_reissue", "loss_date").none
    assert not of("licence_lost_reissue", "loss_date").required


def test_an_agent_is_asked_for_where_one_acts_and_never_where_none_may() -> None:
    agent = conditions_of(CATALOGUE["plate_reissue"].form)["agent"]
    assert agent == Condition(on="applicant.capacity", values=frozenset({"agent"}))
    assert conditions_of(CATALOGUE["fine_payment"].form)["agent"].values == set()


def test_classes_are_asked_for_where_the_doctor_names_some() -> None:
    condition = conditions_of(CATALOGUE["medical_submit"].form)["examination.fit_for"]
    assert condition == Condition(on="examination.conclusion", values=frozenset({"fit_for_some"}))


def test_address_and_counter_are_pages_of_two_ways_to_the_applicant() -> None:
    steps = {step.key: step for step in steps_of(CATALOGUE["plate_reissue"].form)}
    post, pickup = steps["delivery-post"], steps["delivery-pickup"]
    assert post.condition
    assert pickup.condition
    assert [*post.condition.values, *pickup.condition.values] == ["post", "pickup"]
    assert [each.name for each in pickup.questions] == ["pickup_office_id"]


@pytest.mark.parametrize("code", OPEN_SERVICES)
def test_the_steps_end_with_documents_and_declaration(code: str) -> None:
    steps: tuple[FormStep, ...] = steps_of(OPEN_SERVICES[code].form)
    kinds = [step.kind for step in steps]
    assert kinds[0] is StepKind.QUESTIONS
    assert kinds[-3:] == [StepKind.DOCUMENTS, StepKind.CODE, StepKind.DECLARATION]
