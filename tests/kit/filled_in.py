"""Whoever fills in the pages from a complete body, as a person would who has it before him."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from api.pages.kit.questionnaire.answers import written
from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.questions import AnswerKind, Question, questions_of
from domain.drafts.draft import Draft, DraftPaper
from domain.services.choices import Channel, UserKind
from domain.services.service import Service
from domain.services.vouched import Vouched

TODAY: Final = date(2020, 2, 24)
OF_A_PERSON: Final = Vouched(frozenset({Channel.ONLINE_WEB}), frozenset({UserKind.REAL_NAME}))


def answer_in(body: Mapping[str, Any], question: Question) -> tuple[bool, Any]:
    """Whether a body answers the question, and how."""
    block = body.get(question.block) if question.block else body
    if not isinstance(block, dict) or question.name not in block:
        return False, None
    return True, block[question.name]


def entries_of(body: Mapping[str, Any], questions: tuple[Question, ...]) -> dict[str, str]:
    """What a person writes into the fields of the pages to say the same."""
    found: dict[str, str] = {}
    for question in questions:
        given, value = answer_in(body, question)
        if given and question.kind is not AnswerKind.CODE:
            found |= written(question, value)
    return found


def filled(
    service: Service[Any], body: Mapping[str, Any], vouched: Vouched = OF_A_PERSON
) -> Filled:
    """The application with everything that the body says, but nothing agreed to."""
    papers = tuple(DraftPaper(**each) for each in body.get("documents", ()))
    entries = entries_of(body, questions_of(service.form))
    return Filled(service, vouched, TODAY, Draft(entries, papers))
