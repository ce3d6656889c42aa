"""Refuses documents that were not uploaded by whoever names them, where forms come in singly.

What is submitted is judged where it is read, together with what came at the same moment
(:mod:`domain.submission.line`).
"""

from collections.abc import Iterable

from api.dependencies import unavailable
from api.desk import Desk
from api.identity import Identity
from domain.event_store.pending import StoreUnavailable
from domain.services.defects import FormDefect, FormRefused
from domain.services.form import Form
from domain.services.reader import read_form
from domain.submission.papers import Named, named_in, named_in_json, paper_defects


async def read_whole(desk: Desk, identity: Identity, body: bytes) -> Form:
    """The form. Raises ``FormRefused`` with every defect, also those of its documents."""
    try:
        form = read_form(body, today=desk.today)
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
