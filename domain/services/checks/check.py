"""A check as a frozen declaration. Its code is stored in events, so it stays."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from domain.services.given import Given
from domain.titles import Title

Judge: TypeAlias = Callable[[Given[Any]], bool | None]


def by_a_person(given: Given[Any]) -> None:
    """No register can tell. A person has to look."""


@dataclass(frozen=True, slots=True)
class Check:
    """A check. ``refusal`` is the code of the reason if it fails, and ``reason`` its text.

    A refusal is written, with its reason (ALL art. 38). Whoever serves the decision fills in
    ``{right_office}``. ``judge`` is pure: True is passed, False is failed, and None means that
    a person must say.
    """

    code: str
    title: Title
    refusal: str
    reason: Title
    judge: Judge = by_a_person
