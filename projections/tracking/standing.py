"""As much of a case as it takes to say what its applicant has to do, and what he was told."""

from typing import Final, get_args

from domain.case.case import CASE
from domain.case.remedies.events import CaseReopened
from domain.case.review.events import CheckOverridden, CheckResultRecorded
from domain.case.stage import Stage
from domain.case.state import Case
from domain.message import Event
from projections.tracking.duty import Asking
from projections.tracking.ruling import Decided

_ASKING: Final = frozenset(get_args(Asking))
_DECIDED: Final = frozenset(get_args(Decided))
"""To look a class up is cheaper than to try a dozen, which most events are not of."""
_OF_THE_OFFICE: Final = frozenset({CheckResultRecorded, CheckOverridden})


def standing(current: Case) -> Case:
    """The case without what is sealed, what serves to find it, and what only officers use.

    No hold is written in one way only.
    """
    return Case(
        stage=current.stage,
        office=current.office,
        delivery=current.delivery,
        fee_fen=current.fee_fen,
        postage_fen=current.postage_fen,
        paid_fen=current.paid_fen,
        refunded_fen=current.refunded_fen,
        asked_fine=current.asked_fine,
        deadline=current.deadline,
        deemed_on=current.deemed_on,
        accepted_on=current.accepted_on,
        deferred_until=current.deferred_until,
        old_document_settled=current.old_document_settled,
        posts=current.posts,
        failed_tries=current.failed_tries,
        area_closed=current.area_closed,
        appointment=current.appointment,
        booking=current.booking,
        facts_shown=current.facts_shown,
        facts_accepted=current.facts_accepted,
        heard=current.heard,
        offer=current.offer,
        holds=current.holds or frozenset(),
        under_reconsideration=current.under_reconsideration,
    )


def after(current: Case, event: Event) -> Case:
    """The case after one more event. What officers check is theirs, and the commonest of all."""
    return current if type(event) in _OF_THE_OFFICE else CASE.evolve(current, event)


def asked_after(asked: Asking | None, before: Stage, after: Stage, event: Event) -> Asking | None:
    """The event that says what in particular is asked for at this stage."""
    if type(event) in _ASKING and isinstance(event, Asking):
        return event
    return asked if after is before else None


def decided_after(decided: tuple[Decided, ...], event: Event) -> tuple[Decided, ...]:
    """The decisions that the applicant was told, the latest of each kind. A reopening ends all."""
    if type(event) in _DECIDED and isinstance(event, Decided):
        return (*(each for each in decided if type(each) is not type(event)), event)
    return () if decided and isinstance(event, CaseReopened) else decided
