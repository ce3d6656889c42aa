"""A row of fines says what stands, and what is owed on a day is computed when somebody asks."""

from datetime import UTC, date, datetime
from uuid import UUID

from domain.message import Event
from domain.penalties.events import FinePaid, PenaltyImposed, PenaltyRevoked, PenaltyServed
from domain.penalties.reasons import ServiceManner
from domain.penalties.state import PenaltyStage, penalty_named
from domain.people import system
from domain.recorded_event import Envelope, RecordedEvent
from projections.fines.queries import Unpaid, standing
from projections.fines.row import Fine, fold
from projections.throughput.definitions import fines as counted

NUMBER = "4101052002100001"
STREAM = penalty_named(NUMBER)
DUE = date(2020, 2, 25)
IMPOSED = PenaltyImposed(
    decision_no=NUMBER, office="410100", fine_fen=200_00, decided_on=date(2020, 2, 10), online=True
)
SERVED = PenaltyServed(
    decision_no=NUMBER,
    stage=PenaltyStage.PAYABLE,
    received_on=date(2020, 2, 10),
    manner=ServiceManner.ELECTRONIC,
    pay_by=DUE,
)
PAID = FinePaid(
    decision_no=NUMBER,
    fine_fen=200_00,
    additional_fen=6_00,
    paid_on=date(2020, 2, 26),
    receipt_no="4100000001",
    online=False,
)


def read(*events: Event) -> list[RecordedEvent]:
    return [
        RecordedEvent(
            STREAM,
            version,
            version,
            Envelope(
                event=event,
                at=datetime(2020, 2, 10, tzinfo=UTC),
                by=system("test"),
                office="410100",
                channel="test",
                rules="test",
                build="test",
                cause=UUID(int=version),
            ),
        )
        for version, event in enumerate(events, start=1)
    ]


def row(*events: Event) -> Fine:
    found = fold(None, read(*events))
    assert found
    return found


def test_two_runs_make_the_row_of_both_together() -> None:
    told = read(IMPOSED, SERVED, PAID)
    whole = fold(None, told)
    assert fold(fold(None, told[:1]), told[1:]) == whole
    assert whole == row(IMPOSED, SERVED, PAID)


def test_a_row_says_what_is_to_be_paid_and_what_came_in() -> None:
    payable = row(IMPOSED, SERVED)
    assert (payable.stage, payable.pay_by, payable.paid_on) == ("payable", DUE, None)
    paid = row(IMPOSED, SERVED, PAID)
    assert (paid.stage, paid.paid_fen, paid.paid_online) == ("paid", 206_00, False)
    revoked = PenaltyRevoked(decision_no=NUMBER, revoked_on=date(2020, 3, 1))
    assert row(IMPOSED, SERVED, revoked).stage == "revoked"


def test_what_is_late_is_counted_with_what_is_added_up_to_the_day() -> None:
    unpaid = Unpaid("410100", DUE, 200_00, 2)
    assert standing(unpaid, DUE) == {counted.DUE: 2, counted.DUE_FEN: 400_00}
    late = standing(unpaid, date(2020, 2, 26))
    assert late == {counted.OVERDUE: 2, counted.OVERDUE_FEN: 412_00}
    capped = standing(unpaid, date(2020, 12, 1))
    assert capped == {counted.OVERDUE: 2, counted.OVERDUE_FEN: 2 * 400_00}
