"""What was decided against the applicant, why, what he may do about it, and what he gets back."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from domain.case.deadlines.events import CaseLapsed
from domain.case.delivery.events import PickupExpired
from domain.case.examination.events import ExamBookingNotPlaced, ExamineeAbsent
from domain.case.intake.events import CorrectionExpired, NotAccepted, PaymentExpired
from domain.case.overlays.events import (
    CaseWithdrawn,
    GreenChannelDenied,
    WithdrawalDenied,
    WithdrawalGranted,
)
from domain.case.penalty.events import DecisionServed, StatementRejected, StatementUpheld
from domain.case.remedies.events import DecisionRevoked, ReconsiderationDecided
from domain.case.remedies.remedy import Remedy, after_reconsideration, remedies
from domain.case.reservation.events import ReservationExpired, ReservationVoided
from domain.case.review.events import CaseRefused
from domain.case.state import Case
from domain.clocks.clock import Clock
from domain.law import Law
from domain.services.catalogue import REFUSALS
from domain.services.choices import PaymentMethod
from domain.titles import Title
from projections.tracking import ruling_words as words
from projections.tracking.ruling_words import RefundRoute

Decided = (
    NotAccepted
    | CaseRefused
    | DecisionRevoked
    | CorrectionExpired
    | PaymentExpired
    | PickupExpired
    | CaseLapsed
    | ReservationExpired
    | ReservationVoided
    | WithdrawalDenied
    | GreenChannelDenied
    | ReconsiderationDecided
    | CaseWithdrawn
    | WithdrawalGranted
    | ExamBookingNotPlaced
    | ExamineeAbsent
    | DecisionServed
    | StatementRejected
    | StatementUpheld
)
"""The events by which an applicant does not get what he asked for, or gets an answer to that."""


class Reason(NamedTuple):
    """``{right_office}`` may stand in the text. A ground that has no code has none."""

    code: str | None
    text: Title


class Refund(NamedTuple):
    """What goes back, by which route, and what the office keeps of what was paid."""

    amount_fen: int
    kept_fen: int
    route: RefundRoute | None


class Ruling(NamedTuple):
    """``event`` names the decision. The note is sealed."""

    event: str
    reasons: tuple[Reason, ...]
    grounds: tuple[Law, ...]
    remedies: tuple[Remedy, ...]
    refund: Refund | None = None
    right_office: str | None = None
    banned_until: date | None = None
    note: str | None = None


def ruling_of(current: Case, pays: str | None, decided: Decided) -> Ruling:
    """What one decision says to the applicant of the case, as it stands by now."""
    return Ruling(
        event=type(decided).__name__,
        reasons=_reasons(decided),
        grounds=_GROUNDS.get(type(decided), ()),
        remedies=_remedies(current, decided),
        refund=_refund(current, pays, decided),
        right_office=decided.right_office if isinstance(decided, NotAccepted) else None,
        banned_until=decided.banned_until if isinstance(decided, DecisionRevoked) else None,
        note=getattr(decided, "note", None),
    )


def _reasons(decided: Decided) -> tuple[Reason, ...]:
    match decided:
        case NotAccepted() | CaseRefused() | DecisionRevoked():
            return tuple(
                Reason(code, REFUSALS.get(code) or Title(code, code)) for code in decided.codes
            )
        case ReconsiderationDecided():
            return (Reason(decided.outcome, decided.outcome.words),)
        case ExamBookingNotPlaced():
            return (Reason(decided.reason, decided.reason.words),)
        case ReservationVoided():
            return (Reason(decided.reason, words.VOIDED.filled(why=decided.reason.words)),)
        case CaseLapsed(clock=Clock.RETURN_HOLD):
            return (Reason(None, words.NOT_CHOSEN),)
        case _:
            text = words.WHY.get(type(decided).__name__)
            return (Reason(None, text),) if text else ()


def _remedies(current: Case, decided: Decided) -> tuple[Remedy, ...]:
    """There is none against what the applicant wished himself, or what he took to a reviewer.

    Whoever was heard waits for the decision, against which there is one.
    """
    match decided:
        case CaseWithdrawn() | WithdrawalGranted() | StatementRejected() | StatementUpheld():
            return ()
        case ReconsiderationDecided():
            by = decided.sue_by
            return after_reconsideration(current.office, by) if by else ()
        case _:
            return remedies(current.office, decided.reconsider_by, decided.sue_by)


def _refund(current: Case, pays: str | None, decided: Decided) -> Refund | None:
    """What came in and goes back. A case for which nothing was paid has nothing to say of it."""
    if not current.paid_fen or isinstance(
        decided, WithdrawalDenied | GreenChannelDenied | ReconsiderationDecided
    ):
        return None
    amount = getattr(decided, "refund_fen", 0)
    return Refund(
        amount_fen=amount,
        kept_fen=current.paid_fen - current.refunded_fen,
        route=_ROUTES.get(pays, RefundRoute.CASHIER) if amount else None,
    )


_ROUTES: Final[Mapping[str | None, RefundRoute]] = {PaymentMethod.ONLINE: RefundRoute.SAME_ACCOUNT}
_HEARD: Final = Law("APL", "32", verified=False)
_GROUNDS: Final[Mapping[type[Decided], tuple[Law, ...]]] = {
    NotAccepted: (Law("ALL", "32", verified=True),),
    CaseRefused: (Law("ALL", "38", verified=True),),
    DecisionRevoked: (Law("RTSR", "103", verified=True),),
    DecisionServed: (Law("RTSL", "107", verified=True),),
    StatementRejected: (_HEARD,),
    StatementUpheld: (_HEARD,),
    ReconsiderationDecided: (Law("ARL", "31", verified=True),),
}
"""The articles behind a decision. What lapses follows the published terms of the office."""
