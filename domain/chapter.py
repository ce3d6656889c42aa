"""A chapter of a large aggregate: the rows and words that belong together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic

from domain.aggregate import Decision, Effect, S
from domain.telling import Telling
from domain.titles import Title
from domain.wording import Explanation


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter(Generic[S]):
    """One chapter. The aggregate has the rows of all its chapters. ``refusals`` are by code.

    ``tells`` is what people are told of its events.
    """

    decisions: tuple[Decision[S, Any], ...]
    effects: tuple[Effect[S, Any], ...]
    events: Mapping[str, Title]
    fields: Mapping[str, Title] = field(default_factory=dict)
    commands: Mapping[str, Title]
    refusals: Mapping[str, Explanation] = field(default_factory=dict)
    tells: tuple[Telling[S, Any], ...] = ()
