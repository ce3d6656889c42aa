"""What was filled in, as it is read once more before it is submitted: a section for each step."""

from collections.abc import Iterator
from typing import NamedTuple

from api.language import Language
from api.pages.apply.walk import address
from api.pages.kit.questionnaire import words
from api.pages.kit.questionnaire.answer_text import answer_text
from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.label import label_of
from api.pages.kit.questionnaire.steps import FormStep, StepKind


class CheckedSection(NamedTuple):
    """``rows`` are pairs of a name and what was answered. ``change`` is where it is changed."""

    title: str
    rows: list[tuple[str, str]]
    change: str


def checked_rows(filled: Filled, language: Language) -> list[CheckedSection]:
    sections = [
        CheckedSection(
            words.label(step.title, language),
            list(_rows(filled, step, language)),
            f"{address(filled, step)}?change=1",
        )
        for step in filled.steps
        if step.kind is not StepKind.DECLARATION
    ]
    return [section for section in sections if section.rows]


def _rows(filled: Filled, step: FormStep, language: Language) -> Iterator[tuple[str, str]]:
    match step.kind:
        case StepKind.DOCUMENTS:
            for kind in filled.papers_wanted:
                count = len(filled.papers(kind))
                yield (
                    words.label(kind.words, language),
                    f"已上传 {count} 份" if language == "zh" else f"{count} uploaded",
                )
        case StepKind.CODE:
            (question,) = step.questions
            yield filled.number(question) or "", words.PROVEN.text(language)
        case StepKind.QUESTIONS:
            for question in step.questions:
                if filled.applies(question):
                    answer = answer_text(filled, question, language)
                    yield label_of(filled, question, language), answer
