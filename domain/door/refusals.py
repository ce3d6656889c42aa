"""Why the door turns a command away, before or after a decision."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from domain.refusal import Conflict, Invalid, Stale, Unknown


@dataclass(kw_only=True)
class NotFound(Unknown):
    """There is no such stream of the kind, or the caller may not see it."""


class Withheld(NotFound):
    """There is one, and the caller may not see it. He is told what he would be told of none."""

    code = NotFound.code

    def __init__(self, kind: str, stream: UUID) -> None:
        super().__init__()
        self.kind = kind
        self.stream = stream


@dataclass(kw_only=True)
class MovedOn(Stale):
    """The caller saw an earlier version than this one."""

    version: int


@dataclass(kw_only=True)
class KeyReused(Invalid):
    """The same idempotency key came with another request."""


@dataclass(kw_only=True)
class HistoryUnreadable(Conflict):
    """The history has an event that this program cannot read, so nothing is decided on it.

    ``version`` is the last that can be read, and ``known`` says how it stood then.
    """

    kind: str
    version: int
    unreadable_from: int
    known: Mapping[str, str] = field(default_factory=dict)


@dataclass(kw_only=True)
class AnswerUnreadable(Conflict):
    """It was carried out before, and the answer that was given then cannot be read."""
