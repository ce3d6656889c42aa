"""What every chapter's events and commands are made of."""

from typing import Annotated

import msgspec

from domain.free_text import FREE_TEXT
from domain.hidden import SEALED
from domain.message import Command, Event
from domain.spelling import AS_SEEN


class CaseEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a case."""


class CaseCommand(Command, frozen=True, kw_only=True):
    """A request to a case."""


Code = Annotated[str, msgspec.Meta(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9_.-]+$")]


Codes = Annotated[tuple[Code, ...], msgspec.Meta(min_length=1, max_length=20)]


Note = Annotated[str, msgspec.Meta(min_length=1, max_length=2000), AS_SEEN, FREE_TEXT]


Fen = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]


Sealed = Annotated[dict[str, str], SEALED]
"""Parts of a form by name, each of them sealed by the vault."""
