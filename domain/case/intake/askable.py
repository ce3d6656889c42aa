"""What an applicant can be asked to put right: what he is able to supply, and nothing else.

The office asks for no paper that has nothing to do with the matter (ALL art. 31). A correction
that nobody can supply would only let the case lapse.
"""

from typing import Final

from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.services.choices import DocumentKind
from domain.services.facts import ByPost

ADDRESS: Final = "/delivery"
"""The one part of a form that may be filled in anew: where the post shall bring the document."""
_SUPPLIED: Final = frozenset({ADDRESS, *map(str, DocumentKind)})


def askable(current: Case, at: Circumstances) -> list[str]:
    """The places that a correction of this case may name, papers first.

    They are the papers of its service, whatever was sent beside them, and the address if the
    document goes by post.
    """
    service = at.catalogue[current.service]
    needed = service.documents(current.facts) if current.facts else frozenset()
    papers = sorted({*map(str, needed | service.on_request), *current.papers})
    return [*papers, ADDRESS] if isinstance(current.delivery, ByPost) else papers


def can_be_supplied(place: str) -> bool:
    """Whether an applicant has any way to supply what a correction names so."""
    return place in _SUPPLIED
