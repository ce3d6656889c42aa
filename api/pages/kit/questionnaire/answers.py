"""What a person has filled in, as text, and the body of the form that is made of it.

Nothing is judged here: a day that does not exist goes on as it was written, and whoever reads
the form says what is wrong with it, in the words that a program gets.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from api.pages.kit.forms import whole_number
from api.pages.kit.questionnaire.questions import AnswerKind, Question

Entries = Mapping[str, str]
"""What stands in the fields of the pages, by their names."""
YES, NO = "yes", "no"
_ABSENT: Final = object()
PARTS: Final[Mapping[AnswerKind, tuple[str, ...]]] = {
    AnswerKind.DATE: ("year", "month", "day"),
    AnswerKind.MOMENT: ("year", "month", "day", "hour", "minute"),
}
"""The fields of an answer that has several."""
_WRITTEN: Final = "{}-{}-{}T{}:{}:00+08:00"
_DIGITS: Final = re.compile(r"\d+")


def names_of(question: Question) -> tuple[str, ...]:
    """The names of the fields that a page has for a question."""
    parts = PARTS.get(question.kind)
    if not parts:
        return (question.path,)
    none = (f"{question.path}-none",) if question.none else ()
    return (*(f"{question.path}-{part}" for part in parts), *none)


def written(question: Question, value: Any) -> dict[str, str]:
    """The entries that say a value of the form."""
    if parts := PARTS.get(question.kind):
        if value is None:
            return {f"{question.path}-none": YES}
        found = _DIGITS.findall(str(value))
        return {f"{question.path}-{part}": text for part, text in zip(parts, found, strict=False)}
    if question.kind is AnswerKind.YES_NO:
        return {question.path: YES if value else NO}
    return {question.path: str(value)}


def put(body: dict[str, Any], question: Question, entries: Entries) -> None:
    """Puts the answer in its place in the body, if there is one."""
    block = body.setdefault(question.block, {}) if question.block else body
    value = _value(question, entries)
    if value is not _ABSENT:
        block[question.name] = value


def _value(question: Question, entries: Entries) -> Any:
    if parts := PARTS.get(question.kind):
        return _time(question, parts, entries)
    text = entries.get(question.path, "").strip()
    if not text:
        return _ABSENT
    if question.kind is AnswerKind.YES_NO:
        return {YES: True, NO: False}.get(text, text)
    if question.kind is AnswerKind.NUMBER:
        number = whole_number(text)
        return text if number is None else number
    return text


def _time(question: Question, parts: tuple[str, ...], entries: Entries) -> Any:
    """A day as ISO 8601 has it, or an instant of the office's zone."""
    if question.none and entries.get(f"{question.path}-none"):
        return None
    given = [entries.get(f"{question.path}-{part}", "").strip() for part in parts]
    if not any(given):
        return _ABSENT
    padded = [given[0].zfill(4), *(text.zfill(2) for text in given[1:])]
    return "-".join(padded) if len(parts) == 3 else _WRITTEN.format(*padded)
