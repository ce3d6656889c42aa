"""What an event says of money: by which way it came, and what is for a fine."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from domain.case.delivery.events import ParcelDelivered, PickedUp
from domain.collections.events import CollectionBooked, CollectionSettled
from domain.message import Event
from domain.orders.events import OrderPaid, OrderPlaced, OrderRefunded, UnduePaymentReceived
from domain.orders.state import OrderStage
from domain.payments.books import takings
from domain.payments.movement import ChargeKind, TakingsKind, movement
from domain.penalties.events import FinePaid, FineRefunded
from domain.people import Actor, Role, system
from domain.recorded_event import Envelope, RecordedEvent
from domain.services.choices import PaymentMethod
from projections.takings.row import contribution, fold

CASE, NOW, DAY = UUID(int=1), datetime(2020, 3, 2, 17, tzinfo=UTC), date(2020, 3, 3)
CLERK, BANK = Actor(Role.CLERK, "clerk", "410100"), system("bank")
WINDOW = PaymentMethod.WINDOW
PLACED = OrderPlaced(case=CASE, office="410100", amount_fen=5, pay_by=NOW)
FINE = OrderPlaced(case=CASE, office="410100", amount_fen=5, pay_by=NOW, for_day=DAY)


def envelope(event: Event, by: Actor = CLERK) -> Envelope[Event]:
    return Envelope(
        event=event,
        at=NOW,
        by=by,
        office="410100",
        channel="window",
        rules="2020-01-01",
        build="test",
        cause=UUID(int=0),
    )


def fine_paid(*, online: bool) -> FinePaid:
    return FinePaid(
        decision_no="1",
        fine_fen=3,
        additional_fen=2,
        paid_on=DAY,
        receipt_no="4100000001",
        online=online,
    )


@pytest.mark.parametrize(
    ("event", "by", "kind"),
    [
        (OrderPaid(case=CASE, amount_fen=5, method=WINDOW), CLERK, TakingsKind.CASH),
        (OrderPaid(case=CASE, amount_fen=5, method=WINDOW, by_card=True), CLERK, TakingsKind.CARD),
        (OrderPaid(case=CASE, amount_fen=5, bank_reference="B-1"), BANK, TakingsKind.ONLINE),
        (UnduePaymentReceived(case=CASE, amount_fen=5), CLERK, TakingsKind.UNDUE),
        (UnduePaymentReceived(case=CASE, amount_fen=5), BANK, TakingsKind.ONLINE),
        (
            UnduePaymentReceived(case=CASE, amount_fen=5, bank_reference="B-1"),
            CLERK,
            TakingsKind.ONLINE,
        ),
        (
            OrderRefunded(case=CASE, amount_fen=5, stage=OrderStage.REFUNDED),
            BANK,
            TakingsKind.BACK,
        ),
        (PickedUp(officer="clerk", collected_fen=5), CLERK, TakingsKind.CASH),
        (PickedUp(officer="clerk", collected_fen=5, by_card=True), CLERK, TakingsKind.CARD),
        (
            CollectionBooked(
                item_no="", case=CASE, office="410100", amount_fen=5, collected_on=DAY
            ),
            BANK,
            TakingsKind.BY_POST,
        ),
        (
            CollectionSettled(item_no="", statement_no="1", amount_fen=5, settled_on=DAY),
            BANK,
            TakingsKind.PAID_OVER,
        ),
        (fine_paid(online=False), CLERK, TakingsKind.AT_BANK),
        (
            FineRefunded(decision_no="1", amount_fen=5, refunded_on=DAY, bank_reference="R"),
            CLERK,
            TakingsKind.BACK,
        ),
    ],
)
def test_each_way_has_its_name(event: Event, by: Actor, kind: TakingsKind) -> None:
    assert movement(envelope(event, by)) == (DAY, "410100", kind, 5)


@pytest.mark.parametrize(
    "event",
    [
        PLACED,
        PickedUp(officer="clerk"),
        ParcelDelivered(delivered_on=DAY, collected_fen=5),
        fine_paid(online=True),
    ],
)
def test_what_moves_no_money_or_is_told_by_another_stream_counts_nowhere(event: Event) -> None:
    assert movement(envelope(event)) is None


def history(stream: int, *events: Event) -> list[RecordedEvent]:
    return [
        RecordedEvent(UUID(int=stream), version, version, envelope(event))
        for version, event in enumerate(events, start=1)
    ]


PAID = OrderPaid(case=CASE, amount_fen=5, method=WINDOW)
BACK = OrderRefunded(case=CASE, amount_fen=5, stage=OrderStage.REFUNDED)


def test_fees_and_fines_are_told_apart_and_the_net_is_what_the_office_holds() -> None:
    told = takings([*history(1, PLACED, PAID), *history(2, FINE, PAID, BACK)], DAY, DAY)
    assert [(each.charge, each.net_fen) for each in told] == [
        (ChargeKind.FEE, 5),
        (ChargeKind.FINE, 0),
    ]
    assert takings(history(1, PLACED, PAID), date(2020, 3, 2), date(2020, 3, 2)) == []


def test_what_the_post_pays_over_is_no_second_income() -> None:
    booked = CollectionBooked(
        item_no="", case=CASE, office="410100", amount_fen=5, collected_on=DAY
    )
    over = CollectionSettled(item_no="", statement_no="1", amount_fen=5, settled_on=DAY)
    (told,) = takings(history(1, booked, over), DAY, DAY)
    assert told.net_fen == 5


def test_two_runs_make_the_row_of_both_together() -> None:
    told = history(1, FINE, PAID, BACK)
    whole = fold(None, told)
    for cut in range(len(told) + 1):
        assert fold(fold(None, told[:cut]), told[cut:]) == whole
    assert whole is not None
    assert contribution(whole) == {
        (DAY, "410100", ChargeKind.FINE, TakingsKind.CASH): 5,
        (DAY, "410100", ChargeKind.FINE, TakingsKind.BACK): 5,
    }
    assert fold(None, history(1, PickedUp(officer="clerk"))) is None
