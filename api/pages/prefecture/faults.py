"""What is wrong with a decision, beside the field that it concerns, with the rule behind it."""

from collections.abc import Mapping
from typing import Any, Final

from api.language import Language
from api.pages.kit.faults import Fault, told_faults
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
_EARLIEST: Final = Title("最早：", "earliest: ")
_EXPECTED: Final = Title("应当先进入：", "take first: ")


def faults_in(problem: Problem, language: Language) -> list[Fault]:
    """The defects of a form, or the one reason for which a decision is refused."""
    return told_faults(problem, language, _FIELDS, _more)


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
