"""Papers that are uploaded and not handed in yet: the address of the page names them.

So nothing is kept for a form that nobody sends, and the page stays as it is when it is opened
again. A name is that of the sealed file, which tells nothing of what is in it.
"""

import re
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from domain.case.state import Case
from domain.case.wording import correction_place
from domain.services.blocks.documents.fields import MOST, REPEATABLE
from domain.services.choices import DocumentKind
from domain.titles import Title
from domain.uploads.media_type import MediaType
from domain.uploads.upload import About

PROOF: Final = DocumentKind.EVIDENCE
"""The kind of what proves the ground of a green channel."""
_PROOF_TITLE: Final = Title("证明材料", "papers that prove it")
TOO_MANY: Final = Title(
    f"最多上传 {MOST} 份材料，此份没有加入。请先提交已上传的材料。",
    f"No more than {MOST} papers can be handed in, so this one was left out. Send those first.",
)
_NAMED: Final = re.compile(r"([a-z0-9_]{1,40})\.([0-9a-f]{64})\.(jpeg|png|pdf)\.([1-9][0-9]{0,8})")
_LONGEST: Final = 4_000


class WaitingPaper(NamedTuple):
    """An upload, as the form names it."""

    kind: DocumentKind
    sha256: str
    media_type: MediaType
    size: int

    @property
    def name(self) -> str:
        return f"{self.kind}.{self.sha256}.{self.media_type.name.lower()}.{self.size}"

    @property
    def document(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "sha256": self.sha256,
            "media_type": self.media_type,
            "size": self.size,
        }


class WantedPaper(NamedTuple):
    """A paper that an act asks for, with what was uploaded for it."""

    kind: DocumentKind
    title: Title
    papers: list[WaitingPaper]
    more: bool


def waiting_papers(names: str) -> list[WaitingPaper]:
    """Reads the names. What is none of ours is left out."""
    kinds = set(DocumentKind)
    return [
        WaitingPaper(DocumentKind(found[1]), found[2], MediaType[found[3].upper()], int(found[4]))
        for name in names[:_LONGEST].split(",")
        if (found := _NAMED.fullmatch(name)) and found[1] in kinds
    ][:MOST]


def names_of(papers: Iterable[WaitingPaper]) -> str:
    return ",".join(each.name for each in papers)


def with_paper(
    papers: Iterable[WaitingPaper], kind: DocumentKind, about: About
) -> list[WaitingPaper]:
    """Of most kinds there is one, so another takes its place."""
    made = WaitingPaper(kind, about.sha256.hex(), about.media_type, about.size)
    kept = [each for each in papers if each.kind != kind or kind in REPEATABLE]
    return [*(each for each in kept if each != made), made]


def asked_for_correction(current: Case, papers: Iterable[WaitingPaper]) -> list[WantedPaper]:
    """The papers that the correction names, in the order of their codes."""
    listed = list(papers)
    return [
        WantedPaper(
            kind,
            correction_place(kind),
            [each for each in listed if each.kind == kind],
            kind in REPEATABLE,
        )
        for kind in sorted(DocumentKind)
        if kind in current.correction_places
    ]


def asked_for_proof(papers: Iterable[WaitingPaper]) -> list[WantedPaper]:
    return [WantedPaper(PROOF, _PROOF_TITLE, [p for p in papers if p.kind == PROOF], True)]
