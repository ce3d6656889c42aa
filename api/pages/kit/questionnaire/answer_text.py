"""An answer as people read it."""

from datetime import date, datetime

from api.day_text import day_text, moment_text
from api.language import Language
from api.pages.kit.places import office_text, place_text
from api.pages.kit.questionnaire import words
from api.pages.kit.questionnaire.answers import NO, YES, put
from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.places import COUNTY, is_place
from api.pages.kit.questionnaire.questions import AnswerKind, Question
from api.sum_text import sum_text
from domain.identifiers.violation_acts import act_of


def answer_text(filled: Filled, question: Question, language: Language) -> str:
    body: dict[str, object] = {}
    put(body, question, filled.entries)
    block = body.get(question.block, body) if question.block else body
    assert isinstance(block, dict)
    if question.name not in block:
        return ""
    value = block[question.name]
    if question.kind is AnswerKind.DATE:
        return words.NO_DAY.text(language) if value is None else _day(str(value), language)
    if question.kind is AnswerKind.MOMENT:
        return _moment(str(value), language)
    if question.kind is AnswerKind.YES_NO:
        return {YES: words.YES, NO: words.NO}[YES if value else NO].text(language)
    if question.choices:
        title = next((each.words for each in question.choices if each == value), None)
        return words.label(title, language) if title else str(value)
    if is_place(question):
        name = place_text if question.name == COUNTY else office_text
        return name(str(value), language)
    if question.name == "act_code":
        return act_of(str(value)).text(language)
    if question.name.endswith("_yuan") and str(value).isdecimal():
        return sum_text(100 * int(value), language)
    return str(value)


def _day(text: str, language: Language) -> str:
    try:
        return day_text(date.fromisoformat(text), language)
    except ValueError:
        return text


def _moment(text: str, language: Language) -> str:
    try:
        return moment_text(datetime.fromisoformat(text), language)
    except ValueError:
        return text
