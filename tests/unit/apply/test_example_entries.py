"""The example of every open service, as it is typed into the pages, leaves no question open."""

from datetime import date
from random import Random

import pytest

from api.pages.apply.example import example_entries
from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.steps import StepKind
from domain.drafts.draft import Draft
from domain.services.catalogue import OPEN_SERVICES
from tests.kit.filled_in import OF_A_PERSON

TODAY = date(2020, 2, 24)


@pytest.mark.parametrize("code", OPEN_SERVICES)
def test_every_page_with_questions_is_filled_in(code: str) -> None:
    service = OPEN_SERVICES[code]
    entries = example_entries(service, TODAY, Random(7))
    filled = Filled(service, OF_A_PERSON, TODAY, Draft(entries))
    wrong = {
        step.key: [*filled.wrong(step)]
        for step in filled.steps
        if step.kind is StepKind.QUESTIONS and any(filled.wrong(step))
    }
    assert wrong == {}


def test_two_examples_are_of_different_people() -> None:
    service = OPEN_SERVICES["plate_reissue"]
    first, second = (example_entries(service, TODAY, Random(seed)) for seed in (1, 2))
    assert first["applicant.id_no"] != second["applicant.id_no"]
