"""A code of a violation has its words beside it, and a fine its unit, wherever people read them."""

import pytest

from api.language import Language
from api.pages.desk.case_sheet import part_rows
from api.pages.kit.history.event_values import value_text
from api.pages.kit.questionnaire.answer_text import answer_text
from api.pages.kit.questionnaire.questions import questions_of
from domain.case.case import CASE
from domain.identifiers import violation_code
from domain.identifiers.violation_acts import ACTS, act_of
from domain.services.catalogue import CATALOGUE
from tests.kit.filled_in import TODAY, filled


def test_each_code_is_one_and_has_words_in_both_languages() -> None:
    for code, title in ACTS.items():
        assert violation_code.parse(code).text == code
        assert title.zh != title.en
    assert act_of("1344").zh == "机动车违反禁令标志指示的（代码1344）"
    assert act_of("9999").zh == "9999"


@pytest.mark.parametrize(
    ("name", "value", "language", "told"),
    [
        ("fine_yuan", 100, "zh", "100.00 元"),
        ("fine_yuan", 100, "en", "CNY 100.00"),
        ("act_code", "1625", "zh", "驾驶机动车违反道路交通信号灯通行的（代码1625）"),
        ("act_code", "1625", "en", "disregarding a traffic light (code 1625)"),
    ],
)
def test_an_officer_reads_words_and_units(
    name: str, value: object, language: Language, told: str
) -> None:
    assert [text for _, text in part_rows("violation", {name: value}, language)] == [told]
    assert value_text(name, value, CASE.words, language) == told


def test_whoever_checks_his_answers_reads_them_too() -> None:
    service = CATALOGUE["violation_handling"]
    whole = filled(service, service.example(TODAY))
    told = {each.path: answer_text(whole, each, "zh") for each in questions_of(service.form)}
    assert told["violation.fine_yuan"] == "100.00 元"
    assert told["violation.act_code"] == "机动车违反禁令标志指示的（代码1344）"
