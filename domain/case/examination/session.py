"""A learner sits one examination in a session: the booking that is ranked holds it for him."""

from collections.abc import Iterable

from domain.aggregate import Link, Ref
from domain.case.by_rank import in_ranking, slot_of
from domain.case.stage import FINAL
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.claims.claim import CLAIM
from domain.claims.commands import ReleaseClaim, TakeClaim
from domain.claims.kind import ClaimKind
from domain.claims.state import Claim, exam_session


def session_claim(current: Case) -> Iterable[Ref[Claim]]:
    """The claim of the learner to the session of the examination that he books."""
    slot = slot_of(current)
    if slot and current.permit:
        yield Ref(CLAIM, exam_session(current.permit, slot.exam_on, slot.session))


def session_links(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    """The session is his from the ranking to the end of the booking, whatever that is.

    The row by which a booking joins the ranking must read :func:`session_claim`.
    """
    for claim in session_claim(after):
        if in_ranking(after) and not in_ranking(before):
            take = TakeClaim(kind=ClaimKind.EXAM_SESSION, case=at.stream)
            yield Link(CLAIM, claim.stream, take)
        if in_ranking(before) and before.stage not in FINAL and after.stage in FINAL:
            give = ReleaseClaim(kind=ClaimKind.EXAM_SESSION, case=at.stream)
            yield Link(CLAIM, claim.stream, give)
