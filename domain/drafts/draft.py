"""A draft: what somebody has filled in of an application and not submitted yet."""

from datetime import datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

import msgspec

KEPT_FOR: Final = timedelta(days=7)
"""For so long a draft waits for whoever began it, from the last time that he saved it."""


class DraftPaper(msgspec.Struct, frozen=True):
    """A document that was uploaded, as a form names it."""

    kind: str
    sha256: str
    media_type: str
    size: int


class AskedCode(msgspec.Struct, frozen=True):
    """A one-time code, and the number to which it was sent."""

    id: UUID
    number: str
    confirmed: bool = False


class Draft(msgspec.Struct, frozen=True):
    """``entries`` are the fields of the pages as they were filled in, by name, and ``codes`` are
    by the path of their field. ``agreed_at`` is when the applicant agreed to the notice. ``known``
    are the paths of what the register has, so that nobody is asked.
    """

    entries: dict[str, str] = {}
    papers: tuple[DraftPaper, ...] = ()
    codes: dict[str, AskedCode] = {}
    agreed_at: str | None = None
    known: tuple[str, ...] = ()


class SealedDraft(NamedTuple):
    """A row of the table. ``version`` counts how often it was saved, and ``saved_at`` is when."""

    id: UUID
    owner: str
    service: str
    version: int
    saved_at: datetime | None
    key_id: UUID
    sealed: str


class KeptDraft(NamedTuple):
    """A draft as it is kept, and what is in it. With its id as the key it is submitted once."""

    row: SealedDraft
    content: Draft
