"""A fine is asked for as it stands on the day, and paid until the end of that day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.case.case import CASE
from domain.case.intake.commands import RecordPayment
from domain.case.intake.events import PaymentExpired
from domain.case.intake.payment import ORDER_PAID
from domain.case.penalty.commands import AskForFine
from domain.case.penalty.events import FineAsked, FineSettled
from domain.case.refusals import PaymentDiffers
from domain.case.review.events import CheckResultRecorded
from domain.case.stage import Stage
from domain.message import Event, PassDeadline
from domain.orders.commands import ExpireOrder, PlaceOrder
from domain.orders.state import order_of
from domain.penalties.commands import PayFine
from domain.penalties.events import FinePaid
from domain.penalties.state import penalty_named
from domain.people import system
from domain.reaction import Instead, meaning
from domain.refusal import NotAtThisStage
from tests.unit.case.given import STREAM
from tests.unit.case.penal_situations import (
    BANK,
    DECISION_NO,
    NOW,
    PAYABLE,
    TODAY,
    decide,
    paying,
)

LATE = 21
"""Days from 3 February, when it was due, to the day of payment."""
ADDED = 200_00 * 3 * LATE // 100
MIDNIGHT = datetime(2020, 2, 24, 16, tzinfo=UTC)
ASKED = FineAsked(asked_on=TODAY, fine_fen=200_00, additional_fen=ADDED, pay_by=MIDNIGHT)
HISTORY = (paying(), ASKED)
PAY = RecordPayment(amount_fen=200_00 + ADDED, paid_on=TODAY)


def test_what_is_owed_today_is_asked_for_by_an_order_until_midnight() -> None:
    decided = decide(AskForFine(), [paying()], penalty=PAYABLE)
    assert decided.events[-1] == ASKED
    assert decided.after.stage is Stage.PAYMENT_PENDING
    order = next(link for link in decided.links if link.stream == order_of(STREAM))
    assert order.command == PlaceOrder(
        case=STREAM,
        office="410100",
        amount_fen=200_00 + ADDED,
        pay_by=MIDNIGHT,
        for_day=TODAY,
    )


def test_the_last_day_to_pay_it_is_the_day_for_which_it_is_asked() -> None:
    """Midnight belongs to the next day, on which the same sum is not taken any more."""
    deadline = CASE.fold(HISTORY).deadline
    assert deadline
    assert (deadline.on, deadline.at) == (TODAY, MIDNIGHT)


def test_after_midnight_the_case_lapses_and_another_asks_for_more() -> None:
    lapse = PassDeadline(clock="PAY_HOLD")
    lapsed = decide(lapse, HISTORY, system("timekeeper"), penalty=PAYABLE, now=MIDNIGHT)
    assert isinstance(lapsed.events[0], PaymentExpired)
    assert any(isinstance(link.command, ExpireOrder) for link in lapsed.links)
    again = decide(AskForFine(), [paying()], penalty=PAYABLE, now=MIDNIGHT)
    (asked,) = (each for each in again.events if isinstance(each, FineAsked))
    assert asked.additional_fen == ADDED + 6_00


def test_a_payment_of_its_day_settles_the_fine_also_when_the_case_hears_of_it_the_next_day() -> (
    None
):
    """Nobody owes more because the message of a bank was late (RTSL art. 109)."""
    lapsed = (*HISTORY, PaymentExpired())
    decided = decide(PAY, lapsed, BANK, penalty=PAYABLE, now=MIDNIGHT + timedelta(minutes=5))
    (settled,) = decided.events
    assert isinstance(settled, FineSettled)
    assert (settled.paid_on, settled.additional_fen) == (TODAY, ADDED)
    assert decided.after.stage is Stage.COMPLETED
    assert any(isinstance(link.command, PayFine) for link in decided.links)


def test_a_payment_before_the_order_expired_settles_the_fine_of_its_day() -> None:
    after_midnight = datetime(2020, 2, 24, 16, 0, 5, tzinfo=UTC)
    decided = decide(PAY, HISTORY, BANK, penalty=PAYABLE, now=after_midnight)
    (settled,) = decided.events
    assert isinstance(settled, FineSettled)
    assert (settled.fine_fen, settled.additional_fen) == (200_00, ADDED)
    assert settled.paid_on == TODAY
    assert decided.after.stage is Stage.COMPLETED
    assert decided.after.payable_fen == 0
    (link,) = (link for link in decided.links if link.stream == penalty_named(DECISION_NO))
    assert link.command == PayFine(
        case=STREAM,
        amount_fen=200_00 + ADDED,
        paid_on=TODAY,
        receipt_no=settled.receipt_no,
    )
    assert settled.receipt_no.startswith("410100")


def test_no_other_amount_settles_it() -> None:
    with pytest.raises(PaymentDiffers) as refused:
        decide(RecordPayment(amount_fen=200_00, paid_on=TODAY), HISTORY, BANK, penalty=PAYABLE)
    assert refused.value.expected_fen == 200_00 + ADDED


def test_money_for_a_fine_that_was_paid_elsewhere_meanwhile_goes_back() -> None:
    refused = NotAtThisStage(command="PayFine", stage="paid")
    assert isinstance(meaning(ORDER_PAID, refused), Instead)


@pytest.mark.parametrize(
    ("penalty", "failed"),
    [
        ((), ["C-DECISION", "C-UNPAID"]),
        (PAYABLE[:1], ["C-DECISION", "C-UNPAID"]),
        (
            (
                *PAYABLE,
                FinePaid(
                    decision_no=DECISION_NO,
                    fine_fen=200_00,
                    additional_fen=0,
                    paid_on=date(2020, 2, 3),
                    receipt_no="ICBC-20200203-1",
                    online=False,
                ),
            ),
            ["C-UNPAID"],
        ),
    ],
)
def test_nothing_is_asked_for_an_unknown_or_a_paid_decision(
    penalty: tuple[Event, ...], failed: list[str]
) -> None:
    decided = decide(AskForFine(), [paying()], penalty=penalty, now=NOW)
    results = [each for each in decided.events if isinstance(each, CheckResultRecorded)]
    assert [each.check for each in results if not each.passed] == failed
    assert decided.after.stage is Stage.SUBMITTED
    assert CASE.fold([paying(), *decided.events]).payable_fen == 0
    again = [paying(), *decided.events]
    assert decide(AskForFine(), again, penalty=penalty).events == ()
