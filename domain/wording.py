"""What people read for the names of an aggregate. Chinese comes first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from domain.titles import Language, Title


class Explanation(NamedTuple):
    """The title of a refusal, and what the caller can do about it."""

    title: Title
    detail: Title

    def text(self, language: Language) -> tuple[str, str]:
        return self.title.text(language), self.detail.text(language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Titles by stage, by the class name of an event or a command, by the field of an event.

    A field may also carry its title where it is declared. Refusals are by their code.
    """

    stages: Mapping[str, Title]
    events: Mapping[str, Title]
    fields: Mapping[str, Title] = field(default_factory=dict)
    commands: Mapping[str, Title]
    refusals: Mapping[str, Explanation] = field(default_factory=dict)
