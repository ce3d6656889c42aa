"""Splits a form into what is sealed, what stays clear, and what is only ever indexed (ADR 6).

A block that holds any personal field is sealed whole. Personal fields that stand at the top of
a form are sealed together, as ``details``.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from pydantic import BaseModel

from domain.services.facts import Facts
from domain.services.form import Form
from domain.services.form_fields import blocks_in
from domain.services.personal import personal_fields
from domain.services.subjects import GivenCode, GivenNumber, Subjects

DETAILS: Final = "details"
NUMBER: Final = "number"
"""The part of which the plate number is sealed that was chosen in the end."""


@dataclass(frozen=True, slots=True)
class _Seam:
    """Where forms of one class come apart."""

    blocks: tuple[str, ...]
    scalars: frozenset[str]


@cache
def _seam(form: type[Form]) -> _Seam:
    return _Seam(
        blocks=tuple(
            name
            for name, field in form.model_fields.items()
            if any(map(_holds_personal, blocks_in(field.annotation)))
        ),
        scalars=personal_fields(form),
    )


def _holds_personal(model: type[BaseModel]) -> bool:
    return bool(personal_fields(model)) or any(
        _holds_personal(inner)
        for field in model.model_fields.values()
        for inner in blocks_in(field.annotation)
    )


def sealed_parts(form: Form) -> dict[str, bytes]:
    """Gives the canonical JSON of each part, by its name. The same form gives the same bytes."""
    seam = _seam(type(form))
    parts: dict[str, bytes] = {}
    for name in seam.blocks:
        block: BaseModel | None = getattr(form, name)
        if block is not None:
            parts[name] = block.__pydantic_serializer__.to_json(block, exclude_none=True)
    if any(getattr(form, name) is not None for name in seam.scalars):
        details = form.model_dump_json(include=set(seam.scalars), exclude_none=True)
        parts[DETAILS] = details.encode()
    return parts


def clear_facts(form: Form) -> Facts:
    """Gives the facts. A test proves for every service that nothing in them is personal."""
    return form.facts()


def subjects_of(form: Form) -> Subjects:
    """Gives what keyed blind indexes are made of."""
    return form.subjects()


def codes_of(form: Form) -> tuple[GivenCode, ...]:
    """Gives the one-time codes by which it proves numbers."""
    return form.codes()


def number_of(form: Form) -> GivenNumber | None:
    """Gives among which plate numbers it chooses, if it chooses one."""
    return form.number_choice()


def office_of(form: Form) -> str:
    """Gives the id of the office with power. A vehicle's is that of registration, a licence's that
    of issue.
    """
    return form.office()
