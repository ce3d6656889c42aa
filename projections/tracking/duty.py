"""What the applicant has to do as his case stands, until when, and what happens otherwise."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.case.delivery.events import DeliveryFailed
from domain.case.delivery.tries import may_be_posted
from domain.case.grounds import Hold
from domain.case.intake.events import CorrectionRequested, MovedToOnSite, PaymentFailed
from domain.case.rest import OF_THE_CITIZEN
from domain.case.stage import Stage
from domain.case.state import Case, TransferOffer
from domain.case.window import waits_for_an_outlet
from domain.case.wording import correction_place
from domain.law import Law
from domain.parcels.reasons import FailedDelivery
from domain.titles import Title
from projections.tracking import duty_words as words
from projections.tracking.duty_at_once import answer_facts, attend, choose_number, register
from projections.tracking.duty_told import Duty, ToPutRight
from projections.tracking.duty_words import DutyKind

Asking = CorrectionRequested | MovedToOnSite | DeliveryFailed | PaymentFailed
"""The events that say why, or what in particular, at the stage to which they belong."""


def duty_of(current: Case, asked: Asking | None) -> Duty | None:
    """The duty of the applicant. None if he has nothing to do but to wait."""
    found = _AT[current.stage](current, asked) if current.stage in _AT else None
    if current.offer and (found is None or current.holds):
        return _answer(current.offer)
    if found is None and current.pay_again_by:
        return _pay_again(current)
    if found is None:
        return _wait_or_post(current) if waits_for_an_outlet(current) else None
    if current.holds:
        return found._replace(rests=min(current.holds))
    if (waited := current.deadline) and waited.clock in OF_THE_CITIZEN:
        return found._replace(by=None if waited.is_open else waited.on, at=waited.at)
    return found


def _answer(offer: TransferOffer) -> Duty:
    return Duty(DutyKind.ANSWER, (words.ANSWER_OFFER,), words.NO_ANSWER, office=offer.to_office)


def _pay(current: Case, asked: Asking | None) -> Duty:
    postage = min(current.postage_fen, current.payable_fen)
    fine = current.asked_fine
    if fine:
        sums = ((words.FINE, fine.fine_fen), (words.ADDITIONAL, fine.additional_fen))
    else:
        sums = ((words.FEE, current.payable_fen - postage), (words.POSTAGE, postage))
    failed = asked if isinstance(asked, PaymentFailed) else None
    return Duty(
        DutyKind.PAY,
        (words.PAY_ONLINE,),
        words.PAY_OR_LAPSE,
        why=words.LAST_PAYMENT if failed else None,
        reason=failed.reason if failed else None,
        sums=tuple((title, fen) for title, fen in sums if fen),
    )


def _pay_again(current: Case) -> Duty:
    """Nothing waits for the money, so it has no last day."""
    return _pay(current, None)._replace(otherwise=words.PAID_WITH_THE_DOCUMENT)


def _correct(current: Case, asked: Asking | None) -> Duty:
    told = asked if isinstance(asked, CorrectionRequested) else None
    return Duty(
        DutyKind.CORRECT,
        (words.CORRECT_ONLINE,),
        words.CORRECT_OR_LAPSE,
        defects=tuple(
            ToPutRight(
                where=defect.where,
                place=correction_place(defect.where),
                code=defect.code,
                wrong=defect.code.words,
                do=words.PUT_RIGHT[defect.code],
            )
            for defect in (told.defects if told else ())
        ),
        note=told.note if told else None,
        law=Law("ALL", "32", verified=True),
    )


def _come(current: Case, asked: Asking | None) -> Duty:
    moved = asked if isinstance(asked, MovedToOnSite) else None
    closed = Hold.OFFICE_SUSPENDED in current.holds
    return Duty(
        DutyKind.COME,
        (words.COME_LATER,) if closed else (words.COME_WITH,),
        words.NO_LAST_DAY_TO_COME,
        reason=moved.reason if moved else None,
        bring=(words.ID_CARD, words.UPLOADED, words.REFERENCE),
        office=current.office,
    )


def _receive(current: Case, asked: Asking | None) -> Duty:
    failed = asked if isinstance(asked, DeliveryFailed) else None
    closed = failed is not None and failed.reason is FailedDelivery.AREA_CLOSED
    return Duty(
        DutyKind.RECEIVE,
        (words.SIGN_IN_PERSON,),
        words.KEPT_AT_THE_POST if closed else words.TWICE_THEN_BACK,
        why=words.LAST_TRY if failed else None,
        reason=failed.reason if failed else None,
        sums=_owed(current),
        bring=(words.ID_CARD,),
    )


def _choose(current: Case, asked: Asking | None) -> Duty:
    again = may_be_posted(current)
    return Duty(
        DutyKind.CHOOSE,
        (words.ASK_AGAIN if again else words.ONLY_PICKUP,),
        words.CHOOSE_OR_LAPSE,
    )


def _collect(current: Case, asked: Asking | None) -> Duty:
    by_post = (words.OR_BY_POST,) if may_be_posted(current) else ()
    closed = Hold.OFFICE_SUSPENDED in current.holds
    return Duty(
        DutyKind.COLLECT,
        (words.WAIT_OR_POST,) if closed else (words.COLLECT_AT, *by_post),
        words.COLLECT_OR_LAPSE,
        sums=_owed(current),
        bring=(words.ID_CARD, words.REFERENCE, *_old(current)),
        office=current.counter,
    )


def _wait_or_post(current: Case) -> Duty | None:
    """The office goes on with the case. He may choose whether he waits for the outlet."""
    if not may_be_posted(current):
        return None
    return Duty(
        DutyKind.WAIT_OR_POST,
        (words.CHANGE_TO_POST,),
        words.WAIT_FOR_THE_OUTLET,
        office=current.counter,
    )


def _settle(current: Case, asked: Asking | None) -> Duty | None:
    """A delivered case is closed by itself, unless something is still open."""
    return Duty(
        DutyKind.SETTLE,
        (words.HAND_IN_AT,),
        words.NO_LAST_DAY_TO_SETTLE,
        sums=_owed(current),
        bring=(words.ID_CARD, *_old(current)),
        office=current.office,
    )


def _not_drive(current: Case, asked: Asking | None) -> Duty | None:
    if current.deferred_until is None:
        return None
    return Duty(
        DutyKind.NOT_DRIVE,
        (words.RECEIPT,),
        words.RENEW_IN_TIME,
        by=current.deferred_until,
        law=Law("139", "73", verified=True),
    )


def _owed(current: Case) -> tuple[tuple[Title, int], ...]:
    return ((words.TO_PAY, current.payable_fen),) if current.payable_fen > 0 else ()


def _old(current: Case) -> tuple[Title, ...]:
    return () if current.old_document_settled else (words.OLD_DOCUMENT,)


_AT: Final[Mapping[Stage, Callable[[Case, Asking | None], Duty | None]]] = {
    Stage.PAYMENT_PENDING: _pay,
    Stage.CORRECTION_REQUESTED: _correct,
    Stage.ON_SITE_REQUIRED: _come,
    Stage.CHOOSING_NUMBER: choose_number,
    Stage.NUMBER_RESERVED: register,
    Stage.ACCEPTED: attend,
    Stage.FACTS_SHOWN: answer_facts,
    Stage.IN_POST: _receive,
    Stage.RETURNED: _choose,
    Stage.READY_FOR_PICKUP: _collect,
    Stage.DELIVERED: _settle,
    Stage.COMPLETED: _not_drive,
}
