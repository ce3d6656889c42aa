"""What is wrong with a decision, beside the field that it concerns, with the rule behind it."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from api.language import Language
from api.pages.kit.places import office_text
from api.problems import Problem
from domain.prefectures.step import Step
from domain.titles import Title

_FIELDS: Final[Mapping[str, str]] = {
    "effective-in-the-past": "effective_on",
    "step-out-of-order": "step",
    "step-not-earlier": "step",
    "windows-unknown": "offices",
    "business-unknown": "services",
    "county-office-unknown": "office",
    "casework-office-unknown": "to_office",
    "region-unknown": "region_class",
}
"""The field of a refusal that does not point at one itself."""
WHOLE: Final = ""
"""The name of what concerns the decision as a whole."""
_EARLIEST: Final = Title("最早：", "earliest: ")
_EXPECTED: Final = Title("应当先进入：", "take first: ")


class Fault(NamedTuple):
    """``field`` is the name under which it was sent. ``rule`` is the problem that explains it."""

    field: str
    text: str
    rule: str | None = None


def faults_in(problem: Problem, language: Language) -> list[Fault]:
    """The defects of a form, or the one reason for which a decision is refused."""
    defects = problem.members.get("defects")
    if isinstance(defects, list):
        return [Fault(_last(each["pointer"]), each["text"]) for each in defects]
    pointer = problem.members.get("pointer")
    field = _last(str(pointer)) if pointer else _FIELDS.get(problem.code, WHOLE)
    told = problem.described(language)
    text = (
        told.detail if field else f"{told.title}{'。' if language == 'zh' else '. '}{told.detail}"
    )
    return [Fault(field, f"{text}{_more(problem.members, language)}", problem.code)]


def _last(pointer: str) -> str:
    """The field: what a list holds belongs to the list."""
    return next((step for step in reversed(pointer.split("/")) if not step.isdecimal()), WHOLE)


def _more(members: Mapping[str, Any], language: Language) -> str:
    """What is right, where the refusal tells it."""
    if (earliest := members.get("earliest")) is not None:
        return _bracketed(f"{_EARLIEST.text(language)}{earliest}", language)
    if (step := members.get("expected")) in set(Step):
        return _bracketed(f"{_EXPECTED.text(language)}{Step(step).text(language)}", language)
    if isinstance(body := members.get("body"), str):
        return _bracketed(office_text(body, language), language)
    return ""


def _bracketed(text: str, language: Language) -> str:
    return f"（{text}）" if language == "zh" else f" ({text})"
