"""Refuses documents that were not uploaded by whoever names them, where forms come in singly.

What is submitted is judged where it is read, together with what came at the same moment
(:mod:`domain.submission.line`).
"""

from collections.abc import Iterable
from typing import Final

from api.applicant_forms import Read, parsed
from api.dependencies import unavailable
from api.desk import Desk
from api.form_defects import problem_of
from api.identity import Identity
from api.language import Language
from domain.event_store.pending import StoreUnavailable
from domain.people import Role
from domain.services.blocks.documents.fields import Document
from domain.services.defects import FormDefect, FormRefused
from domain.services.facts import Paper
from domain.services.form import Form
from domain.services.reader import read_form
from domain.submission.papers import Named, named, named_in, named_in_json, paper_defects
from domain.uploads.media_type import media_type_of
from domain.uploads.refusals import UploadUnreadable
from domain.uploads.upload import About

MOST_WAITING: Final = {
    Role.APPLICANT: 200,
    Role.PARTNER: 20_000,
    Role.CLERK: 200,
    Role.SUPERVISOR: 200,
}
"""How many files of one subject may wait for a form. A partner sends in for many people."""


async def read_whole(desk: Desk, identity: Identity, body: bytes) -> Form:
    """The form. Raises ``FormRefused`` with every defect, also those of its documents."""
    try:
        form = read_form(body, today=desk.today, vouched=identity.vouched)
    except FormRefused as refused:
        raise await with_papers(desk, identity, refused, body) from None
    if defects := await defects_of_papers(desk, identity, named_in(form)):
        raise FormRefused(defects=defects)
    return form


async def with_papers(
    desk: Desk, identity: Identity, refused: FormRefused, body: bytes
) -> FormRefused:
    """The refusal together with the defects of the documents that ``body`` names."""
    defects = await defects_of_papers(desk, identity, named_in_json(body))
    return FormRefused(defects=(*refused.defects, *defects))


async def defects_of_papers(
    desk: Desk, identity: Identity, papers: Iterable[Named]
) -> tuple[FormDefect, ...]:
    """One defect for each document that the caller cannot hand in."""
    listed = list(papers)
    if not listed:
        return ()
    try:
        usable = await desk.uploads.usable({paper.sha256 for paper in listed})
    except StoreUnavailable:
        raise unavailable() from None
    return paper_defects(identity.actor.caller, listed, usable)


async def read_naming_papers(
    kind: type[Read], body: bytes, desk: Desk, identity: Identity, language: Language
) -> Read:
    """Reads a block that names documents. Raises 422 with every defect, theirs too."""
    try:
        return parsed(kind, body, desk.today)
    except FormRefused as refused:
        raise problem_of(await with_papers(desk, identity, refused, body), language) from None


async def uploaded(
    desk: Desk, identity: Identity, documents: Iterable[Document]
) -> tuple[Paper, ...]:
    """The papers, if the caller has uploaded each of them. Raises ``FormRefused`` if not."""
    listed = tuple(documents)
    if defects := await defects_of_papers(desk, identity, named(listed)):
        raise FormRefused(defects=defects)
    return tuple(Paper(document.kind, document.sha256) for document in listed)


async def taken_in(desk: Desk, identity: Identity, sent: bytes) -> About:
    """Takes in a file that a person sent from a page. Raises a refusal as the upload does."""
    media_type = media_type_of(sent)
    if media_type is None:
        raise UploadUnreadable
    by = identity.actor
    try:
        about, _ = await desk.custody.take(by.caller, media_type, sent, MOST_WAITING[by.role])
    except StoreUnavailable:
        raise unavailable() from None
    return about
