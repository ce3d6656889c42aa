"""A check as a frozen declaration. Its code is stored in events, so it stays."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from domain.choice import Choice
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
    a person must say. ``exactly`` lists codes that tell more than ``refusal``: who refuses names
    one or more of them in its place.
    """

    code: str
    title: Title
    refusal: str
    reason: Title
    judge: Judge = by_a_person
    exactly: type[Choice] | None = None

    @property
    def reasons(self) -> Mapping[str, Title]:
        """What may be told if it fails, by code."""
        if self.exactly is None:
            return {self.refusal: self.reason}
        return {str(found): found.words for found in self.exactly}
