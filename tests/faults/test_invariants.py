"""A check that could not fail would prove nothing: each is shown what it must find."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

import msgspec
import pytest

from domain.case.intake.commands import AcceptCase
from domain.case.intake.events import PaymentReceived
from domain.message import Event
from domain.orders.events import OrderPaid, OrderPlaced, OrderRefunded
from domain.orders.state import OrderStage, order_of
from domain.reaction import Cause, command_id
from domain.recorded_event import RecordedEvent
from tests.faults import invariants
from tests.faults.checks import Checks
from tests.faults.facts import Carried, Facts
from tests.faults.journal import Line
from tests.faults.witness import Witness
from tests.kit.life import CLERK, MORNING, Life, recorded

LIFE = Life("vehicle_contact_change", 1).does(CLERK, AcceptCase())
EVENTS: Sequence[RecordedEvent] = recorded([LIFE])


def stored(events: Sequence[RecordedEvent] = EVENTS) -> Facts:
    commands_: Mapping[UUID, Carried] = {
        event.envelope.cause: Carried(event.position, str(event.stream), event.version)
        for event in events
    }
    return Facts(events, commands_)


def answered(event: RecordedEvent = EVENTS[-1], **more: Any) -> Line:
    line = Line(
        what="answer",
        key="key",
        number=1,
        step="submit",
        command=event.envelope.cause,
        status=201,
        told=(str(event.stream), event.version, event.position),
    )
    return msgspec.structs.replace(line, **more)


def failed(lines: Sequence[Line], facts: Facts) -> set[str]:
    checks = Checks()
    invariants.acknowledged(lines, facts, checks)
    invariants.refused(lines, facts, checks)
    return set(checks.failures)


def moved(event: RecordedEvent, **more: Any) -> RecordedEvent:
    return msgspec.structs.replace(event, **more)


def test_a_true_journal_holds() -> None:
    assert failed([answered(), answered(replayed=True, again=True)], stored()) == set()


def test_an_acknowledgement_that_is_not_stored_is_found() -> None:
    assert failed([answered()], stored(EVENTS[:-1])) == {"I1"}


def test_an_acknowledgement_of_another_version_is_found() -> None:
    event = EVENTS[-1]
    other = answered(told=(str(event.stream), event.version + 1, event.position))
    assert failed([other], stored()) == {"I1"}


def test_a_command_without_events_is_found() -> None:
    facts = replace(stored(), events=EVENTS[:-1])
    assert failed([answered()], facts) == {"I1"}


def test_a_second_answer_that_differs_is_found() -> None:
    other = (str(uuid5(EVENTS[-1].stream, "other")), 1, 9)
    assert failed([answered(), answered(told=other)], stored()) == {"R1"}


def test_a_second_answer_that_is_no_repetition_is_found() -> None:
    assert failed([answered(), answered(again=True)], stored()) == {"R1"}


@pytest.mark.parametrize(
    ("status", "found"), [(500, {"R2", "R3"}), (409, {"R3"}), (412, {"R3"}), (503, set())]
)
def test_an_answer_nobody_may_get_is_found(status: int, found: set[str]) -> None:
    assert failed([answered(status=status, told=None)], Facts([], {})) == found


def test_a_refusal_that_left_an_event_is_found() -> None:
    assert failed([answered(status=422, told=None)], stored()) == {"I2", "R3"}


def test_an_outcome_told_falsely_is_found() -> None:
    checks = Checks()
    line = answered(status=503, told=None)
    invariants.settled({line: "not_applied"}, stored(), checks)
    invariants.settled({line: "applied"}, stored(), checks)
    invariants.settled({line: None}, stored(), checks)
    assert checks.failures == {"I2": 2}


@pytest.mark.parametrize("version", [1, 3])
def test_a_version_that_is_missing_or_there_twice_is_found(version: int) -> None:
    checks = Checks()
    invariants.streams(stored(), checks)
    assert checks.held
    invariants.streams(stored([EVENTS[0], moved(EVENTS[1], version=version)]), checks)
    assert set(checks.failures) == {"I3"}


@pytest.mark.parametrize("seen", [[1], [1, 2, 3], [2, 1], [1, 2, 2]])
def test_a_reader_who_misses_or_repeats_is_found(seen: list[int]) -> None:
    checks, witness = Checks(), Witness("")
    witness.seen = [1, 2]
    invariants.log(stored(), witness, checks)
    assert checks.held
    witness.seen = seen
    invariants.log(stored(), witness, checks)
    assert set(checks.failures) == {"I4"}


def test_a_hole_in_the_positions_is_found() -> None:
    checks, witness = Checks(), Witness("")
    witness.seen = [1, 3]
    invariants.log(stored([EVENTS[0], moved(EVENTS[1], position=3)]), witness, checks)
    assert set(checks.failures) == {"I4"}


def test_a_read_model_that_goes_back_is_found() -> None:
    checks, witness = Checks(), Witness("")
    witness.seen, witness.stands["tracking", 1] = [1, 2], [2, 1]
    invariants.log(stored(), witness, checks)
    assert set(checks.failures) == {"I8"}


def test_events_of_no_command_and_commands_of_no_event_are_found() -> None:
    for facts in (replace(stored(), commands={}), replace(stored(), events=[])):
        checks = Checks()
        invariants.command_log(facts, checks)
        assert set(checks.failures) == {"I5"}


def paid(*consequences: Event, causes: Sequence[UUID | None] = (None, None)) -> set[str]:
    """What fails when a payment has these consequences, of its own command or of another."""
    case = LIFE.case
    order = order_of(case)
    placed = OrderPlaced(case=case, office="410100", amount_fen=5, pay_by=MORNING)
    payment = OrderPaid(case=case, amount_fen=5)
    right = command_id("order_paid", Cause(order, 2, payment), case)
    like = EVENTS[0].envelope

    def at(stream: UUID, version: int, event: Event, cause: UUID) -> RecordedEvent:
        envelope = msgspec.structs.replace(like, event=event, cause=cause)
        return RecordedEvent(stream, version, version, envelope)

    events = [at(order, 1, placed, uuid5(case, "1")), at(order, 2, payment, uuid5(case, "2"))]
    for number, (event, cause) in enumerate(zip(consequences, causes, strict=False), start=3):
        stream = order if isinstance(event, OrderRefunded) else case
        events.append(at(stream, number, event, cause or right))
    checks = Checks()
    invariants.followed(Facts(events, {}), checks)
    return set(checks.failures)


RECEIVED = PaymentReceived(
    amount_fen=5, accept_by=MORNING.date(), correction_notice_by=MORNING.date()
)
REFUNDED = OrderRefunded(case=LIFE.case, amount_fen=5, stage=OrderStage.REFUNDED)


def test_a_payment_that_its_case_counts_or_that_goes_back_holds() -> None:
    assert paid(RECEIVED) == set()
    assert paid(REFUNDED) == set()


@pytest.mark.parametrize(
    ("consequences", "causes"),
    [
        ((), ()),
        ((RECEIVED, RECEIVED), (None, None)),
        ((RECEIVED, REFUNDED), (None, None)),
        ((RECEIVED, RECEIVED), (None, uuid5(LIFE.case, "another"))),
        ((RECEIVED,), (uuid5(LIFE.case, "another"),)),
    ],
)
def test_a_payment_that_is_lost_or_counted_twice_is_found(
    consequences: Sequence[Event], causes: Sequence[UUID | None]
) -> None:
    assert paid(*consequences, causes=causes) == {"I16"}
