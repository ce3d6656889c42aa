"""A one-time code, and which stream belongs to the id that its holder is told."""

from contextlib import suppress
from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.code_purpose import CodePurpose
from domain.hidden import HIDDEN, SEALED
from domain.name_based import uuid5
from domain.one_time_codes.stage import OneTimeCodeStage
from domain.titles import Title

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a43").bytes


class OneTimeCode(State, frozen=True):
    """``holder`` is the person who asked for it. ``use_by`` is set when it is confirmed."""

    stage: OneTimeCodeStage = OneTimeCodeStage.NONE
    purpose: CodePurpose | None = None
    holder: str = ""
    number_index: Annotated[bytes, HIDDEN] = b""
    digits_index: Annotated[bytes, HIDDEN] = b""
    key_id: Annotated[UUID | None, HIDDEN] = None
    sealed: Annotated[dict[str, str], SEALED] = {}
    tries_left: Annotated[int, Title("剩余输入次数", "tries left")] = 0
    expires_at: datetime | None = None
    use_by: datetime | None = None
    case: UUID | None = None


def code_stream(code: UUID) -> UUID:
    """The stream of the code with this id.

    The id in a form is the caller's word. Computed from it, a stream is never one of another
    kind, whatever he writes.
    """
    return code_named(str(code))


def code_named(code: str) -> UUID:
    """The same of an id that may be written in capitals or without hyphens."""
    with suppress(ValueError):
        code = str(UUID(code))
    return uuid5(_SPACE, code)
