"""A fine that was paid goes back when its decision falls: by its order, or by the treasury."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from domain.orders.commands import RefundOrder
from domain.orders.fine import FINE_GOES_BACK
from domain.orders.state import order_of
from domain.penalties.commands import RecordFineRefund, RevokePenalty
from domain.penalties.events import (
    FineRefunded,
    PenaltyRevoked,
)
from domain.penalties.refusals import RefundedBeforeRevoked
from domain.penalties.state import penalty_named
from domain.reaction import Cause, Consequence
from domain.refusal import NotAsThingsStand, NotAtThisStage
from tests.unit.penalties.test_penalty import CASE, CLERK, IMPOSED, NOW, NUMBER, PAID, SERVED, after

REVOKED = PenaltyRevoked(decision_no=NUMBER, revoked_on=NOW.date(), refund_fen=260_00)
AT_A_BANK = replace(PAID, online=False, case=None)
REFUND = RecordFineRefund(refunded_on=NOW.date(), bank_reference="R20200306-000001")


def test_what_was_paid_at_a_bank_the_treasury_gives_back_once() -> None:
    history = (IMPOSED, SERVED, AT_A_BANK)
    assert after(RevokePenalty(), *history) == (REVOKED,)
    (back,) = after(REFUND, *history, REVOKED, by=CLERK)
    assert back == FineRefunded(
        decision_no=NUMBER,
        amount_fen=260_00,
        refunded_on=NOW.date(),
        bank_reference="R20200306-000001",
    )
    with pytest.raises(NotAsThingsStand):
        after(REFUND, *history, REVOKED, back, by=CLERK)


def test_the_treasury_gives_nothing_back_that_an_order_gives_back_or_nobody_has_paid() -> None:
    with pytest.raises(NotAsThingsStand):
        after(REFUND, IMPOSED, SERVED, PAID, replace(REVOKED, paid_in=CASE), by=CLERK)
    with pytest.raises(NotAsThingsStand):
        after(REFUND, IMPOSED, SERVED, replace(REVOKED, refund_fen=0), by=CLERK)
    with pytest.raises(NotAtThisStage):
        after(REFUND, IMPOSED, SERVED, AT_A_BANK, by=CLERK)


def test_no_fine_is_given_back_before_its_decision_has_fallen() -> None:
    early = replace(REFUND, refunded_on=NOW.date() - timedelta(days=1))
    with pytest.raises(RefundedBeforeRevoked):
        after(early, IMPOSED, SERVED, AT_A_BANK, REVOKED, by=CLERK)


def test_the_order_of_the_case_in_which_it_was_paid_gives_it_back() -> None:
    cause = Cause(penalty_named(NUMBER), 4, replace(REVOKED, paid_in=CASE))
    assert list(FINE_GOES_BACK.then(cause)) == [
        Consequence(order_of(CASE), RefundOrder(amount_fen=260_00))
    ]
    assert list(FINE_GOES_BACK.then(cause._replace(event=REVOKED))) == []
