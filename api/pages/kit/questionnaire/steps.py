"""The steps of an application: each is a page, with the questions of one block of the form.

Where the document goes comes after what is asked for, then the documents, and at last what the
applicant declares.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from typing import Final

from api.pages.kit.questionnaire import words
from api.pages.kit.questionnaire.conditions import conditions_of
from api.pages.kit.questionnaire.questions import AnswerKind, Condition, Question, questions_of
from domain.services.form import Form
from domain.services.form_fields import blocks_in
from domain.services.words import DELIVERY
from domain.titles import Title

MATTER: Final = "matter"
DOCUMENTS: Final = "documents"
DECLARATION: Final = "declaration"
CODE_PREFIX: Final = "code-"
_AT_ONCE: Final = 6
"""So many questions stand on a page at most."""


class StepKind(StrEnum):
    QUESTIONS = "questions"
    CODE = "code"
    DOCUMENTS = "documents"
    DECLARATION = "declaration"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormStep:
    """A page. ``key`` stands in its address."""

    key: str
    title: Title
    kind: StepKind = StepKind.QUESTIONS
    questions: tuple[Question, ...] = ()
    condition: Condition | None = None


@cache
def steps_of(form: type[Form]) -> tuple[FormStep, ...]:
    """Every step that the form may have, in order."""
    every = questions_of(form)
    asked = [each for each in every if each.kind is not AnswerKind.CODE]
    codes = [each for each in every if each.kind is AnswerKind.CODE]
    places = dict.fromkeys(each.block or MATTER for each in asked)
    steps = [
        step
        for place in sorted(places, key=list(_in_order(form, places)).index)
        for step in _of_block(form, place, [q for q in asked if (q.block or MATTER) == place])
    ]
    return (
        *steps,
        *(_of_code(each) for each in codes if not each.block),
        FormStep(key=DOCUMENTS, title=words.DOCUMENTS, kind=StepKind.DOCUMENTS),
        *(_of_code(each) for each in codes if each.block),
        FormStep(key=DECLARATION, title=words.DECLARATION, kind=StepKind.DECLARATION),
    )


_LAST: Final = ("delivery", "payment")


def _in_order(form: type[Form], places: dict[str, None]) -> Iterator[str]:
    """What is asked for stands at once behind the blocks that say who asks, and about what."""
    required = [name for name in form.model_fields if name in places]
    after = [name for name in required if name in _LAST]
    yield from (name for name in required if name not in _LAST)
    yield MATTER
    yield from after


def _of_block(form: type[Form], place: str, questions: list[Question]) -> Iterator[FormStep]:
    conditions = conditions_of(form)
    for variant, group in groupby(questions, key=lambda each: each.variant):
        pages = list(_pages(tuple(group)))
        for number, page in enumerate(pages, start=1):
            tag = f"-{'-'.join(sorted(variant.values))}" if variant else ""
            yield FormStep(
                key=f"{place}{tag}{f'-{number}' if number > 1 else ''}",
                title=_title(form, place, variant, page, number, len(pages)),
                questions=page,
                condition=variant or conditions.get(place),
            )


def _pages(questions: tuple[Question, ...]) -> Iterator[tuple[Question, ...]]:
    """Pages of much the same length."""
    count = -(-len(questions) // _AT_ONCE)
    size = -(-len(questions) // count)
    for start in range(0, len(questions), size):
        yield questions[start : start + size]


def _title(
    form: type[Form],
    place: str,
    variant: Condition | None,
    page: tuple[Question, ...],
    number: int,
    pages: int,
) -> Title:
    title = words.MATTER
    if field := form.model_fields.get(place):
        blocks = blocks_in(field.annotation)
        fitting = [b for b in blocks if page[0].name in b.model_fields] if variant else blocks
        title = fitting[0].TITLE or page[0].title
        if len(blocks) > 1 and not variant:
            title = DELIVERY
    if pages == 1:
        return title
    return Title(f"{title.zh}（{number}/{pages}）", f"{title.en} ({number} of {pages})")


def _of_code(question: Question) -> FormStep:
    return FormStep(
        key=CODE_PREFIX + question.name.removesuffix("_id").replace("_", "-"),
        title=words.CODE,
        kind=StepKind.CODE,
        questions=(question,),
    )
