"""What a person fills in becomes the body of the form, and each page tells what is wrong."""

from dataclasses import replace
from typing import Any, Final
from uuid import UUID

import msgspec
import pytest

from api.pages.apply.walk import count_of
from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.questions import questions_of
from domain.drafts.draft import AskedCode, Draft
from domain.services.catalogue import CATALOGUE, OPEN_SERVICES
from domain.services.choices import Channel, UserKind
from domain.services.reader import read_form
from domain.services.service import Service
from domain.services.vouched import Vouched
from tests.kit.filled_in import OF_A_PERSON, TODAY, entries_of, filled

OPEN: Final = [pytest.param(service, id=code) for code, service in OPEN_SERVICES.items()]
REGISTERED: Final = Vouched(frozenset({Channel.ONLINE_WEB}), frozenset({UserKind.WEB_REGISTERED}))
AGREED: Final = f"{TODAY}T09:30:00+08:00"


def agreed(application: Filled) -> Filled:
    draft = application.draft
    return replace(application, draft=Draft(draft.entries, draft.papers, draft.codes, AGREED))


def example_of(code: str) -> tuple[Service[Any], dict[str, Any]]:
    service = CATALOGUE[code]
    return service, service.example(TODAY)


@pytest.mark.parametrize("service", OPEN)
def test_the_example_of_a_service_can_be_filled_in(service: Service[Any]) -> None:
    """The form that comes of it is read, and says the same as the example."""
    body = service.example(TODAY)
    application = agreed(filled(service, body))
    assert application.defects == ()
    assert application.unfinished is None
    made = read_form(msgspec.json.encode(application.body), today=TODAY, service=service.code)
    body["channel"] = "online_web"
    expected = read_form(msgspec.json.encode(body), today=TODAY, service=service.code)
    assert made.model_dump(exclude={"declaration"}) == expected.model_dump(exclude={"declaration"})


@pytest.mark.parametrize("service", OPEN)
def test_every_step_of_an_empty_application_says_what_it_misses(service: Service[Any]) -> None:
    empty = Filled(service, OF_A_PERSON, TODAY, Draft())
    assert empty.unfinished == empty.steps[0]
    for step in empty.steps:
        required = [q for q in step.questions if q.required and empty.asked(q)]
        found = {defect.pointer for defect in empty.wrong(step) if defect.rule == "missing"}
        assert {question.pointer for question in required} == found & {
            question.pointer for question in step.questions
        }


@pytest.mark.parametrize("service", OPEN)
def test_only_the_first_wrong_page_is_told_of_it(service: Service[Any]) -> None:
    body = service.example(TODAY)
    body["applicant"]["mobile"] = "12"
    application = agreed(filled(service, body))
    assert application.unfinished == application.steps[0]
    assert [d.pointer for d in application.wrong(application.steps[0])] == ["/applicant/mobile"]


def test_the_pages_follow_the_way_to_the_applicant() -> None:
    service, body = example_of("plate_reissue")
    by_post = {step.key for step in filled(service, body).steps}
    body["delivery"] = {"mode": "pickup", "pickup_office_id": "410100"}
    collected = {step.key for step in filled(service, body).steps}
    assert by_post - collected == {"delivery-post"}
    assert collected - by_post == {"delivery-pickup"}


def test_what_was_filled_in_for_the_other_way_is_not_sent() -> None:
    service, body = example_of("plate_reissue")
    application = filled(service, body).with_entries({"delivery.mode": "pickup"})
    assert application.body["delivery"] == {"mode": "pickup"}


def test_documents_are_asked_for_as_the_answers_require() -> None:
    service, body = example_of("plate_reissue")
    assert [str(k) for k in filled(service, body).papers_wanted] == [
        "id_front",
        "id_back",
        "registration_certificate",
    ]
    damaged = {**body, "business": "replace", "reason": "damaged"}
    assert "plate_photo" in filled(service, damaged).papers_wanted


def test_a_document_that_is_asked_for_no_more_is_not_handed_in() -> None:
    service, body = example_of("licence_damaged_replace")
    body["documents"] = [*body["documents"], {**body["documents"][0], "kind": "evidence"}]
    assert [each["kind"] for each in filled(service, body).body["documents"]] == ["licence_photo"]


def test_a_question_with_one_answer_is_not_asked() -> None:
    service, body = example_of("exempt_inspection_mark")
    application = filled(service, body)
    by_path = {each.path: each for each in questions_of(service.form)}
    assert not application.asked(by_path["vehicle.use_nature"])
    assert not application.asked(by_path["applicant.capacity"])
    assert application.body["vehicle"]["use_nature"] == "non_operating"
    assert application.options(by_path["vehicle.plate_kind"]) == ("02", "52")


def test_an_organisation_is_asked_who_acts_for_it() -> None:
    service, body = example_of("plate_reissue")
    unit = Vouched(frozenset({Channel.ONLINE_WEB}), frozenset({UserKind.UNIT}))
    capacity = next(q for q in questions_of(service.form) if q.path == "applicant.capacity")
    application = filled(service, body, unit)
    assert application.asked(capacity)
    assert "agent" not in {step.key for step in application.steps}
    acting = application.with_entries({"applicant.capacity": "agent"})
    assert "agent" in {step.key for step in acting.steps}
    assert "mandate" in acting.papers_wanted


def test_whoever_is_not_identified_proves_his_telephone() -> None:
    service, body = example_of("driver_contact_change")
    keys = [step.key for step in filled(service, body, REGISTERED).steps]
    assert keys[-2:] == ["code-sms-code", "declaration"]
    assert "code-sms-code" not in {step.key for step in filled(service, body).steps}


def test_a_new_number_is_proven_and_only_by_its_own_code() -> None:
    service, body = example_of("driver_contact_change")
    body["new_mobile"] = "13900005678"
    application = filled(service, body)
    step = application.step("code-new-mobile-code")
    assert step
    assert [each.rule for each in application.wrong(step)] == ["sms_unverified"]
    code = AskedCode(UUID(int=7), "13900005678", confirmed=True)
    draft = Draft(application.draft.entries, (), {"new_mobile_code_id": code})
    proven = replace(application, draft=draft)
    assert not list(proven.wrong(step))
    assert proven.body["new_mobile_code_id"] == str(UUID(int=7))
    other = proven.with_entries({"new_mobile": "13900005679"})
    assert list(other.wrong(step))
    assert "new_mobile_code_id" not in other.body


def test_classes_are_asked_for_only_where_the_doctor_names_some() -> None:
    service, body = example_of("medical_submit")
    fit_for = next(q for q in questions_of(service.form) if q.name == "fit_for")
    application = filled(service, body)
    assert application.asked(fit_for) is (body["examination"]["conclusion"] == "fit_for_some")
    some = application.with_entries({"examination.conclusion": "fit_for_some"})
    assert some.asked(fit_for)
    (step,) = (each for each in some.steps if fit_for in each.questions)
    found = {each.pointer: each.rule for each in some.wrong(step)}
    assert found == {"/examination/fit_for": "missing"}


def test_a_day_that_does_not_exist_stays_as_it_was_written() -> None:
    service, body = example_of("licence_renewal")
    application = filled(service, body).with_entries({"licence.valid_until-day": "31"})
    application = application.with_entries({"licence.valid_until-month": "2"})
    (step,) = (each for each in application.steps if each.key == "licence")
    found = [(each.pointer, each.rule) for each in application.wrong(step)]
    assert found == [("/licence/valid_until", "date")]
    assert application.draft.entries["licence.valid_until-day"] == "31"


def test_a_long_term_licence_has_no_last_day() -> None:
    service, body = example_of("licence_lost_reissue")
    body["licence"]["valid_until"] = None
    assert filled(service, body).body["licence"]["valid_until"] is None


def test_entries_and_body_say_the_same() -> None:
    service, body = example_of("medical_submit")
    entries = entries_of(body, questions_of(service.form))
    assert entries["examination.examined_on-year"] == body["examination"]["examined_on"][:4]
    assert filled(service, body).body["examination"] == body["examination"]


def test_the_number_of_steps_does_not_change_by_the_choice_of_the_way() -> None:
    service, body = example_of("plate_reissue")
    empty = Filled(service, OF_A_PERSON, TODAY, Draft())
    chosen = empty.with_entries({"delivery.mode": "post"})
    assert len(chosen.steps) == len(empty.steps) + 1
    assert count_of(chosen) == count_of(empty)
    other = empty.with_entries({"delivery.mode": "pickup"})
    assert count_of(other) == count_of(empty)
    assert count_of(filled(service, body)) == len(filled(service, body).steps)
