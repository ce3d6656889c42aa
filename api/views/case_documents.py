"""Which documents a case has."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict

from api.dependencies import unavailable
from api.desk import Desk
from api.language import Language
from domain.case.handed_in import handed_in
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.event_store.pending import StoreUnavailable
from domain.people import Actor
from domain.recorded_event import RecordedEvent
from domain.services.choices import DocumentKind
from domain.uploads.media_type import MediaType


class CaseDocument(TypedDict):
    """A document. Where ``kept`` is false, the file itself is not, or was erased."""

    kind: DocumentKind
    title: str
    sha256: str
    handed_in_at: datetime
    kept: bool
    media_type: MediaType | None
    size: int | None


async def documents_of(
    desk: Desk,
    by: Actor,
    opened: Opened[Case],
    history: Sequence[RecordedEvent],
    language: Language,
) -> list[CaseDocument]:
    """Lists what was handed in, with the application and with corrections, and records the look.

    Raises 503 if nobody can say what is kept.
    """
    named = handed_in(history)
    try:
        kept = await desk.uploads.about({bytes.fromhex(each.paper.sha256) for each in named})
    except StoreUnavailable:
        raise unavailable() from None
    desk.accesses.documents_seen(opened, by)
    listed: list[CaseDocument] = []
    for paper, at in named:
        found = kept.get(bytes.fromhex(paper.sha256))
        listed.append(
            {
                "kind": paper.kind,
                "title": paper.kind.text(language),
                "sha256": paper.sha256,
                "handed_in_at": at,
                "kept": found is not None,
                "media_type": found.media_type if found else None,
                "size": found.size if found else None,
            }
        )
    return listed
