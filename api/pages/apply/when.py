"""When one may apply, told before anything is filled in, by a day that one knows."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from api.pages.kit.questionnaire.answers import put
from api.pages.kit.questionnaire.questions import AnswerKind, Question
from domain.services.application_window import ApplicationWindow
from domain.services.words import TEXTS
from domain.titles import Title

FIELD = "day"


class ToldWhen(NamedTuple):
    """``first`` and ``last`` are None where the day was wrong, as ``error`` says. There may be no
    last day.
    """

    entries: Mapping[str, str]
    error: Title | None = None
    first: date | None = None
    last: date | None = None
    today: date | None = None


def when(window: ApplicationWindow, entries: Mapping[str, str], today: date) -> ToldWhen:
    question = Question(path=FIELD, block="", kind=AnswerKind.DATE, title=window.day, required=True)
    body: dict[str, object] = {}
    put(body, question, entries)
    try:
        found = window.of(date.fromisoformat(str(body.get(FIELD, ""))), today)
    except (ValueError, OverflowError):
        return ToldWhen(entries, TEXTS["date"])
    last = None if found.last == date.max else found.last
    return ToldWhen(entries, None, found.first, last, today)
