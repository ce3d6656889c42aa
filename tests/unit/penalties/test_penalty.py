"""A fine is due fifteen days after its decision was received, and grows when it is late."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.message import Command, Event
from domain.penalties.commands import (
    EnterPenalty,
    ImposePenalty,
    PayFine,
    RecordFinePayment,
    RevokePenalty,
    ServePenalty,
)
from domain.penalties.events import (
    FinePaid,
    PenaltyImposed,
    PenaltyRevoked,
    PenaltyServed,
)
from domain.penalties.penalty import PENALTY
from domain.penalties.reasons import ServiceManner
from domain.penalties.refusals import (
    DecisionNumberDiffers,
    FineAmountDiffers,
    PaidBeforeReceived,
)
from domain.penalties.state import PenaltyStage, penalty_named
from domain.people import Actor, Role, system
from domain.plausible import TimeImplausible
from domain.refusal import NotAtThisStage, NotPermitted
from domain.services.catalogue import CATALOGUE

NUMBER, FINE = "4101052002100001", 200_00
CASE = UUID("0170a3c5-8c00-7000-8000-000000000001")
VIOLATION = UUID("0f3c7a55-2f0e-5b44-8d0e-6a3f6a1f7a60")
RECEIVED, DUE = date(2020, 2, 10), date(2020, 2, 25)
NOW = datetime(2020, 3, 6, 1, tzinfo=UTC)
CLERK = Actor(Role.CLERK, "clerk", "410100")
IMPOSED = PenaltyImposed(
    decision_no=NUMBER,
    office="410100",
    fine_fen=FINE,
    decided_on=RECEIVED,
    online=True,
    case=CASE,
    violation=VIOLATION,
)
SERVED = PenaltyServed(
    decision_no=NUMBER,
    stage=PenaltyStage.PAYABLE,
    received_on=RECEIVED,
    manner=ServiceManner.ELECTRONIC,
    pay_by=DUE,
)
SERVE = ServePenalty(received_on=RECEIVED, manner=ServiceManner.ELECTRONIC)
PAID = FinePaid(
    decision_no=NUMBER,
    fine_fen=FINE,
    additional_fen=60_00,
    paid_on=NOW.date(),
    receipt_no="4100000001",
    online=True,
    case=CASE,
    violation=VIOLATION,
)


def after(
    command: Command,
    *history: Event,
    by: Actor | None = None,
    now: datetime = NOW,
    stream: UUID | None = None,
) -> tuple[Event, ...]:
    """Without an actor the command follows from a case."""
    actor = by or system("fines")
    at = Circumstances(now, actor, stream or penalty_named(NUMBER), CATALOGUE, Calendar())
    return PENALTY.decide(PENALTY.fold(history), command, at, linked=by is None).events


def paying(amount_fen: int, on: date) -> PayFine:
    return PayFine(case=CASE, amount_fen=amount_fen, paid_on=on, receipt_no="4100000001")


@pytest.mark.parametrize(
    ("received_on", "due"),
    [
        (date(2020, 1, 10), date(2020, 2, 3)),
        (date(2020, 4, 20), date(2020, 5, 6)),
        (date(2020, 2, 10), date(2020, 2, 25)),
    ],
)
def test_a_due_day_that_is_a_holiday_moves_to_the_next_working_day(
    received_on: date, due: date
) -> None:
    serve = ServePenalty(received_on=received_on, manner=ServiceManner.IN_PERSON)
    (served,) = after(serve, IMPOSED)
    assert isinstance(served, PenaltyServed)
    assert served.pay_by == due


@pytest.mark.parametrize(
    ("late", "yuan"), [(-3, 0), (0, 0), (1, 6), (10, 60), (33, 198), (34, 200), (60, 200)]
)
def test_a_late_fine_of_200_yuan_grows_by_six_yuan_a_day_until_it_has_doubled(
    late: int, yuan: int
) -> None:
    day = DUE + timedelta(days=late)
    owed = PENALTY.fold([IMPOSED, SERVED]).owed_on(day)
    assert owed == (FINE, yuan * 100)
    assert owed.total_fen == FINE + yuan * 100


def test_nothing_is_owed_before_the_decision_is_received_or_after_it_is_paid() -> None:
    for history in ([IMPOSED], [IMPOSED, SERVED, PAID]):
        assert PENALTY.fold(history).owed_on(date(2020, 12, 1)).total_fen == 0


def test_a_warning_is_served_and_nothing_is_to_be_paid() -> None:
    warning = PenaltyImposed(decision_no=NUMBER, office="410100", fine_fen=0, decided_on=RECEIVED)
    (served,) = after(SERVE, warning)
    assert PENALTY.fold([warning, served]).stage is PenaltyStage.WARNED
    with pytest.raises(NotAtThisStage):
        after(paying(0, DUE), warning, served)


def test_it_is_paid_with_what_is_added_on_the_day() -> None:
    assert after(paying(260_00, NOW.date()), IMPOSED, SERVED) == (PAID,)
    paid = PENALTY.fold([IMPOSED, SERVED, PAID])
    assert (paid.stage, paid.paid_fen) == (PenaltyStage.PAID, 260_00)


@pytest.mark.parametrize("amount", [200_00, 254_00, 266_00])
def test_no_other_amount_is_taken(amount: int) -> None:
    with pytest.raises(FineAmountDiffers) as refused:
        after(paying(amount, NOW.date()), IMPOSED, SERVED)
    assert refused.value.expected_fen == 260_00


def test_nobody_pays_twice() -> None:
    with pytest.raises(NotAtThisStage):
        after(paying(260_00, NOW.date()), IMPOSED, SERVED, PAID)


def test_an_officer_notes_what_was_paid_at_a_bank() -> None:
    command = RecordFinePayment(paid_on=date(2020, 2, 26), receipt_no="ICBC-20200226-1")
    (paid,) = after(command, IMPOSED, SERVED, by=CLERK)
    assert isinstance(paid, FinePaid)
    assert (paid.fine_fen, paid.additional_fen) == (FINE, 6_00)
    assert not paid.online
    with pytest.raises(NotPermitted):
        after(command, IMPOSED, SERVED, by=Actor(Role.APPLICANT, "driver"))


def test_nobody_has_paid_before_the_decision_was_made_or_after_today() -> None:
    for day, refusal in (
        (date(2020, 2, 9), PaidBeforeReceived),
        (date(2020, 3, 7), TimeImplausible),
    ):
        with pytest.raises(refusal):
            after(
                RecordFinePayment(paid_on=day, receipt_no="ICBC-20200226-1"),
                IMPOSED,
                SERVED,
                by=CLERK,
            )


def test_a_decision_is_imposed_once() -> None:
    impose = ImposePenalty(
        decision_no=NUMBER,
        office="410100",
        fine_fen=FINE,
        online=True,
        case=CASE,
        violation=VIOLATION,
    )
    now = datetime(2020, 2, 10, 1, tzinfo=UTC)
    assert after(impose, now=now) == (IMPOSED,)
    with pytest.raises(NotAtThisStage):
        after(impose, IMPOSED, now=now)


def test_a_decision_made_on_the_road_was_received_there() -> None:
    enter = EnterPenalty(decision_no=NUMBER, office="410100", fine_fen=FINE, received_on=RECEIVED)
    events = after(enter, by=system("import"))
    assert PENALTY.fold(events).pay_by == DUE
    with pytest.raises(DecisionNumberDiffers):
        after(enter, by=system("import"), stream=penalty_named("4101052002100002"))


def test_what_was_paid_goes_back_when_the_decision_falls() -> None:
    assert after(RevokePenalty(), IMPOSED, SERVED, PAID) == (
        PenaltyRevoked(decision_no=NUMBER, revoked_on=NOW.date(), refund_fen=260_00, paid_in=CASE),
    )
    (unpaid,) = after(RevokePenalty(), IMPOSED, SERVED)
    assert isinstance(unpaid, PenaltyRevoked)
    assert unpaid.refund_fen == 0
    assert PENALTY.fold([IMPOSED, SERVED, unpaid]).owed_on(date(2020, 6, 1)).total_fen == 0
