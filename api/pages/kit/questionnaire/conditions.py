"""On which answers a question depends: the form itself is asked, with one answer after the other.

An agent is named where one acts, and classes where the doctor names some. No page says so: for
each choice the form is read, and it tells what it misses and what it does not want.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import msgspec

from api.pages.kit.questionnaire.questions import AnswerKind, Condition, Question, questions_of
from domain.choice import Choice
from domain.services.choices import Channel, UserKind
from domain.services.defects import FormDefect, FormRefused
from domain.services.form import Form
from domain.services.form_fields import blocks_in
from domain.services.reader import read_form

_ANY_DAY: Final = date(2020, 2, 24)
_SOMETHING: Final = {AnswerKind.NUMBER: 0, AnswerKind.YES_NO: True}
_UNWANTED: Final = "not_applicable"


def defects_in(
    code: str, body: Mapping[str, Any], today: date, **how: Any
) -> tuple[FormDefect, ...]:
    """Everything that is wrong with a body, as the form of the service says."""
    try:
        read_form(msgspec.json.encode(body), today=today, service=code, **how)
    except FormRefused as refused:
        return refused.defects
    return ()


@cache
def conditions_of(form: type[Form]) -> Mapping[str, Condition]:
    """The condition of each question and each block that has one, by its path."""
    return MappingProxyType(dict(_found(form)))


def _found(form: type[Form]) -> Iterator[tuple[str, Condition]]:
    questions = questions_of(form)
    for question in questions:
        if question.variant:
            yield question.path, question.variant
    for name, field in form.model_fields.items():
        if blocks_in(field.annotation) and not field.is_required() and field.default is None:
            yield from _of_block(form, name, questions)
    for question in questions:
        if not question.required and not question.variant:
            yield from _of_question(form, question, questions)


def _of_block(
    form: type[Form], name: str, questions: tuple[Question, ...]
) -> Iterator[tuple[str, Condition]]:
    """A block that may be left out is asked for where it is missed, and else never."""
    for other, values in _choices(questions):
        missed = {
            value for value in values if ("missing", f"/{name}") in _said(form, {other: value})
        }
        if missed:
            yield name, Condition(on=other.path, values=frozenset(missed))
            return
    yield name, Condition(on=questions[0].path, values=frozenset())


def _of_question(
    form: type[Form], question: Question, questions: tuple[Question, ...]
) -> Iterator[tuple[str, Condition]]:
    """A question is not asked where its answer is unwanted."""
    something = _SOMETHING.get(question.kind, "0")
    for other, values in _choices(questions):
        if other.block != question.block:
            continue
        unwanted = {
            value
            for value in values
            if (_UNWANTED, question.pointer) in _said(form, {other: value, question: something})
        }
        if unwanted:
            yield question.path, Condition(on=other.path, values=frozenset(values) - unwanted)
            return


def _choices(questions: tuple[Question, ...]) -> Iterator[tuple[Question, tuple[Choice, ...]]]:
    return ((each, each.choices) for each in questions if each.choices and not each.variant)


def _said(form: type[Form], given: Mapping[Question, Any]) -> set[tuple[str, str]]:
    """What the form says of a body with these answers alone, from any kind of user."""
    found = set()
    for kind in UserKind:
        body: dict[str, Any] = {
            "service": form.code(),
            "channel": Channel.ONLINE_WEB,
            "user_kind": kind,
        }
        for question, value in given.items():
            block = body.setdefault(question.block, {}) if question.block else body
            block[question.name] = value
        found |= {(each.rule, each.pointer) for each in defects_in(form.code(), body, _ANY_DAY)}
    return found
