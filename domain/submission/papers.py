"""Whether the documents that a form names were uploaded by whoever sends it (ADR 42)."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from domain.services.blocks.documents.fields import Document
from domain.services.defects import FormDefect
from domain.services.form import Form
from domain.uploads.upload import EVERYBODY, About, Scan

Usable = Callable[[Collection[bytes]], Awaitable[Mapping[bytes, About]]]
_MOST_READ: Final = 100
"""How many items of a bad list are looked at. A form may have twenty."""


class Named(NamedTuple):
    """A document as a form names it, with its pointer."""

    pointer: str
    sha256: bytes
    media_type: str


def named_in(form: Form) -> list[Named]:
    """The documents of a form that was read."""
    return named(getattr(form, "documents", ()))


def named(documents: Iterable[Document]) -> list[Named]:
    """The documents of a list that was read."""
    return [
        Named(f"/documents/{place}", bytes.fromhex(each.sha256), each.media_type)
        for place, each in enumerate(documents)
    ]


def named_in_json(body: bytes) -> list[Named]:
    """The documents of a form that has other defects, as far as they are documents.

    So whoever must correct it is told of these at once as well (ALL art. 32).
    """
    try:
        listed = msgspec.json.decode(body).get("documents")
    except (msgspec.DecodeError, AttributeError):
        return []
    if not isinstance(listed, list):
        return []
    found = (_named(place, each) for place, each in enumerate(listed[:_MOST_READ]))
    return [each for each in found if each]


def _named(place: int, item: Any) -> Named | None:
    try:
        (read,) = named([Document.model_validate_json(msgspec.json.encode(item))])
    except ValueError:
        return None
    return read._replace(pointer=f"/documents/{place}")


def paper_defects(
    owner: str, documents: Sequence[Named], usable: Mapping[bytes, About]
) -> tuple[FormDefect, ...]:
    """One defect for each document that ``owner`` cannot hand in."""
    return tuple(
        [
            FormDefect(each.pointer, rule)
            for each in documents
            if (rule := _rule(owner, each, usable.get(each.sha256)))
        ]
    )


def _rule(owner: str, document: Named, kept: About | None) -> str | None:
    """What is wrong with it. Another's is told as one that nobody has uploaded."""
    if kept is None or kept.owner not in (owner, EVERYBODY):
        return "document_unknown"
    if kept.media_type != document.media_type:
        return "document_of_other_type"
    return "document_quarantined" if kept.scan is Scan.PENDING else None
