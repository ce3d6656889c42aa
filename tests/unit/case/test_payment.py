"""The order beside a case: placed with it, closed with it, and what its payment leads to."""

from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from domain.aggregate import Link
from domain.case.case import CASE
from domain.case.deadlines.events import DeadlineExtended
from domain.case.intake.commands import RecordPayment
from domain.case.intake.events import FeeAskedAgain, FeePaidAgain, PaymentExpired
from domain.case.intake.payment import ORDER_PAID
from domain.case.overlays.events import CaseWithdrawn
from domain.case.remedies.events import CaseReopened
from domain.case.remedies.reasons import ReopeningCause
from domain.case.vocabulary import CaseEvent
from domain.orders.commands import (
    CancelOrder,
    ExpireOrder,
    ExtendOrder,
    PlaceOrder,
    RefundOrder,
)
from domain.orders.events import OrderPaid
from domain.orders.order import ORDER
from domain.orders.state import order_of
from domain.reaction import Cause, Consequence, Instead, meaning
from domain.refusal import NotAtThisStage
from tests.unit.case import situations as s
from tests.unit.case.given import STREAM, circumstances, given, morning

THE_ORDER = order_of(STREAM)
AT = circumstances(morning(s.SUBMITTED_ON), s.CITIZEN)


def ordered(*history: CaseEvent) -> list[Link]:
    """What the last event of a history means to the order."""
    before = given(history[:-1]).case
    after = CASE.evolve(before, history[-1])
    assert CASE.links is not None
    return [link for link in CASE.links(before, after, AT) if link.to is ORDER]


def test_a_case_that_pays_first_places_an_order_that_nobody_has_seen() -> None:
    place = PlaceOrder(
        case=STREAM, office=s.ZHENGZHOU, amount_fen=s.FEE + s.POSTAGE, pay_by=s.PAY_BY
    )
    assert ordered(*s.UNPAID) == [Link(ORDER, THE_ORDER, place, fresh=True)]


def test_a_case_that_pays_later_or_nothing_places_none() -> None:
    for history in (s.TO_COLLECT, s.CONTACT_SUBMITTED, s.DEFERRAL_IN_REVIEW):
        assert ordered(*history[:1]) == []


def test_the_order_expires_with_the_case() -> None:
    assert ordered(*s.UNPAID, PaymentExpired()) == [Link(ORDER, THE_ORDER, ExpireOrder())]


def test_what_the_case_gives_back_the_order_gives_back_in_the_same_instant() -> None:
    back = RefundOrder(amount_fen=s.FEE + s.POSTAGE)
    refunding = CaseWithdrawn(refund_fen=s.FEE + s.POSTAGE)
    assert ordered(*s.SUBMITTED, refunding) == [Link(ORDER, THE_ORDER, back)]


def test_the_order_is_cancelled_with_the_case() -> None:
    assert ordered(*s.UNPAID, CaseWithdrawn()) == [Link(ORDER, THE_ORDER, CancelOrder())]


def test_the_order_has_as_much_time_as_the_case() -> None:
    extended = DeadlineExtended(
        clock="PAY_HOLD", old=date(2020, 3, 3), new=date(2020, 3, 9), relief="relief"
    )
    later = s.PAY_BY + timedelta(days=6)
    assert ordered(*s.UNPAID, extended) == [Link(ORDER, THE_ORDER, ExtendOrder(pay_by=later))]


REOPENED = (
    *s.REFUSED,
    CaseReopened(
        cause=ReopeningCause.OWN_CORRECTION,
        accepted_on=s.ACCEPTED_ON,
        decide_by=date(2020, 4, 7),
    ),
)
AGAIN = FeeAskedAgain(amount_fen=s.FEE + s.POSTAGE, pay_by=s.PAY_BY)


def test_a_case_that_begins_anew_asks_again_by_the_same_order() -> None:
    place = PlaceOrder(
        case=STREAM, office=s.ZHENGZHOU, amount_fen=s.FEE + s.POSTAGE, pay_by=s.PAY_BY
    )
    assert ordered(*REOPENED, AGAIN) == [Link(ORDER, THE_ORDER, place)]
    paid = FeePaidAgain(amount_fen=s.FEE + s.POSTAGE, received_on=s.SUBMITTED_ON)
    assert ordered(*REOPENED, AGAIN, paid) == []
    assert ordered(*REOPENED, AGAIN, paid, *s.REFUSED[-2:]) == [
        Link(ORDER, THE_ORDER, RefundOrder(amount_fen=s.FEE + s.POSTAGE))
    ]


def test_what_is_collected_with_the_document_is_not_taken_online_any_more() -> None:
    history: tuple[CaseEvent, ...] = (*REOPENED, AGAIN)
    for event in s.READY_TO_SEND[len(s.ACCEPTED) :]:
        history = (*history, event)
        ready = event is s.READY_TO_SEND[-1]
        assert ordered(*history) == ([Link(ORDER, THE_ORDER, CancelOrder())] if ready else [])


def test_once_it_is_paid_the_case_leaves_its_order_alone_until_money_goes_back() -> None:
    for length in range(2, len(s.COMPLETED) + 1):
        assert ordered(*s.COMPLETED[:length]) == []


PAID = Cause(
    THE_ORDER,
    2,
    OrderPaid(case=STREAM, amount_fen=s.FEE + s.POSTAGE, paid_on=s.SUBMITTED_ON),
)


def test_the_payment_of_its_order_carries_the_case_on() -> None:
    ((stream, command),) = ORDER_PAID.then(PAID)
    paid = RecordPayment(amount_fen=s.FEE + s.POSTAGE, paid_on=s.SUBMITTED_ON)
    assert (stream, command) == (STREAM, paid)
    case = given(s.UNPAID).when(command, by=s.TIMEKEEPER, on=s.SUBMITTED_ON).case
    assert case.payable_fen == 0


def test_the_days_of_the_office_count_from_the_payment_however_late_the_case_hears_of_it() -> None:
    ((_, command),) = ORDER_PAID.then(PAID)
    given(s.UNPAID).when(command, by=s.TIMEKEEPER, on=s.APPROVED_ON).then(
        replace(s.SUBMITTED[1], received_on=s.SUBMITTED_ON)
    )


def test_a_payment_of_an_older_history_counts_from_the_day_the_case_hears_of_it() -> None:
    paid = RecordPayment(amount_fen=s.FEE + s.POSTAGE)
    assert b"paid_on" not in msgspec.json.encode(paid), "its command would be another"
    case = given(s.UNPAID).when(paid, by=s.TIMEKEEPER, on=s.SUBMITTED_ON).case
    assert case.received_on == s.SUBMITTED_ON


def test_money_for_a_case_that_has_ended_goes_back() -> None:
    ((_, command),) = ORDER_PAID.then(PAID)
    for history in ((*s.UNPAID, PaymentExpired()), (*s.UNPAID, CaseWithdrawn())):
        result = given(history).when(command, by=s.TIMEKEEPER, on=s.SUBMITTED_ON)
        result.then_refused(NotAtThisStage)
        assert result.refusal
        instead = meaning(ORDER_PAID, result.refusal)
        assert isinstance(instead, Instead)
        assert instead.then(PAID) == Consequence(THE_ORDER, RefundOrder())


def test_an_amount_that_is_not_owed_stops_everything() -> None:
    """An order asks for exactly what its case owes: another amount is a fault of ours."""
    result = given(s.UNPAID).when(RecordPayment(amount_fen=1), by=s.TIMEKEEPER, on=s.SUBMITTED_ON)
    assert result.refusal
    assert meaning(ORDER_PAID, result.refusal) is None


def test_a_payment_that_a_bank_has_booked_before_the_application_brings_no_day_forward() -> None:
    """A slip of the bank must not shorten the days of the office, or count as acceptance."""
    paid = {"amount_fen": s.FEE + s.POSTAGE}
    early = RecordPayment(**paid, paid_on=s.SUBMITTED_ON - timedelta(days=9))
    same_day = RecordPayment(**paid, paid_on=s.SUBMITTED_ON)
    told, usual = (
        given(s.UNPAID).when(each, by=s.TIMEKEEPER, on=s.SUBMITTED_ON).decided
        for each in (early, same_day)
    )
    assert told == usual


def test_a_case_that_ended_unpaid_expects_no_payment() -> None:
    assert RecordPayment in CASE.possible(given(s.UNPAID).case)
    assert RecordPayment not in CASE.possible(given((*s.UNPAID, PaymentExpired())).case)
