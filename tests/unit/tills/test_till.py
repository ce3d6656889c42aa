"""What an officer takes he counts, and another closes his till."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.aggregate import Link
from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.message import Event
from domain.orders.commands import OrderCommand, PayOrder
from domain.orders.events import OrderExpired, OrderPlaced
from domain.orders.order import ORDER
from domain.orders.state import Order, order_of
from domain.people import Actor, Role, system
from domain.refusal import NotAtThisStage
from domain.services.catalogue import CATALOGUE
from domain.tills import commands, events
from domain.tills.cause import DifferenceCause
from domain.tills.refusals import CountedByOneself, DifferenceUnexplained, TillOfAnother
from domain.tills.state import Till, TillStage, till_of
from domain.tills.till import TILL

CASE = UUID("0170a3c5-8c00-7000-8000-000000000001")
NOW, TODAY = datetime(2020, 3, 2, 9, tzinfo=UTC), date(2020, 3, 2)
CLERK, OTHER = Actor(Role.CLERK, "clerk", "410100"), Actor(Role.CLERK, "other", "410100")
LEADER = Actor(Role.SUPERVISOR, "leader", "410100")
STREAM = till_of("410100", "clerk", TODAY)
OWED = 125_00


def circumstances(by: Actor, stream: UUID = STREAM) -> Circumstances:
    return Circumstances(NOW, by, stream, CATALOGUE, Calendar())


def booked(amount_fen: int, *, by_card: bool = False) -> events.TakingBooked:
    return events.TakingBooked(
        officer="clerk",
        office="410100",
        day=TODAY,
        case=CASE,
        amount_fen=amount_fen,
        by_card=by_card,
    )


TAKEN = (booked(125_00), booked(105_00, by_card=True), booked(5_00))
RIGHT = commands.CountTill(cash_fen=130_00, card_fen=105_00)
SHORT = commands.CountTill(cash_fen=129_00, card_fen=105_00, cause=DifferenceCause.CHANGE)


def after(command: commands.TillCommand, *history: Event, by: Actor = CLERK) -> tuple[Event, ...]:
    return TILL.decide(TILL.fold(history), command, circumstances(by)).events


def counted(command: commands.CountTill, *history: Event) -> tuple[Event, ...]:
    return (*history, *after(command, *history))


def test_the_books_tell_cash_from_cards() -> None:
    till = TILL.fold(TAKEN)
    assert (till.cash_fen, till.card_fen, till.takings) == (130_00, 105_00, 3)
    assert (till.stage, till.office, till.officer) == (TillStage.OPEN, "410100", "clerk")


def test_an_equal_count_needs_no_cause_and_keeps_none() -> None:
    (told,) = after(
        commands.CountTill(cash_fen=130_00, card_fen=105_00, cause=DifferenceCause.CHANGE), *TAKEN
    )
    assert told == events.TillCounted(
        officer="clerk",
        cash_fen=130_00,
        card_fen=105_00,
        booked_cash_fen=130_00,
        booked_card_fen=105_00,
    )


def test_a_difference_is_refused_until_its_cause_is_named() -> None:
    with pytest.raises(DifferenceUnexplained) as refused:
        after(commands.CountTill(cash_fen=129_00, card_fen=106_00), *TAKEN)
    assert (refused.value.cash_difference_fen, refused.value.card_difference_fen) == (-1_00, 1_00)
    till = TILL.fold(counted(SHORT, *TAKEN))
    assert (till.cash_difference_fen, till.card_difference_fen) == (-1_00, 0)
    assert till.cause is DifferenceCause.CHANGE


def test_two_differences_that_cancel_each_other_out_are_differences() -> None:
    with pytest.raises(DifferenceUnexplained):
        after(commands.CountTill(cash_fen=105_00, card_fen=130_00), *TAKEN)


@pytest.mark.parametrize("by", [OTHER, LEADER])
def test_nobody_counts_what_another_took(by: Actor) -> None:
    with pytest.raises(TillOfAnother):
        after(RIGHT, *TAKEN, by=by)


def test_another_officer_closes_it_and_never_whoever_counted() -> None:
    history = counted(SHORT, *TAKEN)
    with pytest.raises(CountedByOneself):
        after(commands.CloseTill(), *history)
    (closed,) = after(commands.CloseTill(), *history, by=LEADER)
    assert closed == events.TillClosed(
        officer="clerk",
        closed_by="leader",
        cash_fen=129_00,
        card_fen=105_00,
        cash_difference_fen=-1_00,
        card_difference_fen=0,
    )
    with pytest.raises(NotAtThisStage):
        after(commands.CloseTill(), *history, closed, by=OTHER)
    with pytest.raises(NotAtThisStage):
        after(RIGHT, *history, closed)


def test_a_till_is_not_closed_before_it_is_counted() -> None:
    with pytest.raises(NotAtThisStage):
        after(commands.CloseTill(), *TAKEN, by=LEADER)


def test_what_comes_after_the_count_is_counted_again() -> None:
    history = counted(RIGHT, *TAKEN)
    closed = after(commands.CloseTill(), *history, by=LEADER)
    for late in (history, (*history, *closed)):
        till = TILL.fold((*late, booked(1_00)))
        assert (till.stage, till.cash_fen) == (TillStage.OPEN, 131_00)
        assert (till.counted_cash_fen, till.closed_by) == (None, None)


@given(st.lists(st.tuples(st.integers(1, 100_000), st.booleans()), max_size=30))
def test_a_till_holds_what_was_booked(takings: Sequence[tuple[int, bool]]) -> None:
    till = TILL.fold(booked(fen, by_card=card) for fen, card in takings)
    assert till.cash_fen + till.card_fen == sum(fen for fen, _ in takings)
    assert till.card_fen == sum(fen for fen, card in takings if card)


PLACED = OrderPlaced(case=CASE, office="410100", amount_fen=OWED, pay_by=NOW)


def links(command: OrderCommand, *history: Event, by: Actor) -> tuple[Link, ...]:
    at = circumstances(by, order_of(CASE))
    return ORDER.decide(ORDER.fold(history) if history else Order(), command, at).links


@pytest.mark.parametrize("by_card", [False, True])
def test_what_is_paid_at_a_window_goes_into_the_till_of_whoever_took_it(by_card: bool) -> None:
    (link,) = links(PayOrder(amount_fen=OWED, by_card=by_card), PLACED, by=CLERK)
    assert (link.to, link.stream) == (TILL, STREAM)
    assert link.command == commands.BookTaking(
        office="410100", day=TODAY, case=CASE, amount_fen=OWED, by_card=by_card
    )
    (taking,) = TILL.decide(Till(), link.command, circumstances(CLERK), linked=True).events
    assert taking == booked(OWED, by_card=by_card)


def test_what_a_bank_takes_is_in_no_till() -> None:
    paid = PayOrder(amount_fen=OWED, bank_reference="B20200302-000001")
    assert links(paid, PLACED, by=CLERK) == ()
    assert links(PayOrder(amount_fen=OWED), PLACED, by=system("bank")) == ()


def test_what_was_not_owed_goes_back_over_the_counter_and_is_in_no_till() -> None:
    assert links(PayOrder(amount_fen=OWED), PLACED, OrderExpired(case=CASE), by=CLERK) == ()
