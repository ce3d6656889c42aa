"""What is wrong with what was sent, beside the field that it concerns, with the rule behind it."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from api.language import Language
from api.problems import Problem

WHOLE: Final = ""
"""The name of what concerns all that was sent."""


class Fault(NamedTuple):
    """``field`` is the name under which it was sent. ``rule`` is the problem that explains it."""

    field: str
    text: str
    rule: str | None = None


def told_faults(
    problem: Problem,
    language: Language,
    fields: Mapping[str, str] | None = None,
    more: Callable[[Mapping[str, Any], Language], str] = lambda members, language: "",
) -> list[Fault]:
    """The defects of a form, or the one reason for which it is refused.

    ``fields`` are those of refusals that do not point at one themselves, by their codes, and
    ``more`` tells what is right, where the refusal knows it.
    """
    defects = problem.members.get("defects")
    if isinstance(defects, list):
        return [Fault(_last(each["pointer"]), each["text"]) for each in defects]
    pointer = problem.members.get("pointer")
    field = _last(str(pointer)) if pointer else (fields or {}).get(problem.code, WHOLE)
    told = problem.described(language)
    text = (
        told.detail if field else f"{told.title}{'。' if language == 'zh' else '. '}{told.detail}"
    )
    return [Fault(field, f"{text}{more(problem.members, language)}", problem.code)]


def _last(pointer: str) -> str:
    """The field: what a list holds belongs to the list."""
    return next((step for step in reversed(pointer.split("/")) if not step.isdecimal()), WHOLE)
