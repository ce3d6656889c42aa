"""A batch is given to each read model by the kind of its streams."""

from datetime import date
from uuid import UUID

from msgspec.structs import replace

from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.intake.events import PaymentReceived
from domain.claims.claim import CLAIM
from domain.claims.events import ClaimTaken
from domain.claims.kind import ClaimKind
from domain.message import Event
from domain.recorded_event import RecordedEvent
from projections.engine.histories import Histories
from projections.engine.log_reader import Read, Unreadable, decoded
from tests.unit.projections.recording import record

A_CASE, A_CLAIM = UUID(int=1), UUID(int=2)
MONDAY = date(2020, 3, 2)
PAID = PaymentReceived(amount_fen=100, accept_by=MONDAY, correction_notice_by=MONDAY)
TAKEN = ClaimTaken(kind=ClaimKind.OPEN_CASE, case=A_CASE, taken_on=MONDAY)


def at(position: int, stream: UUID, event: Event) -> RecordedEvent:
    return replace(record(event, position, MONDAY), stream=stream, position=position)


def damaged(recorded: RecordedEvent, by: bytes, instead: bytes) -> Read:
    """The event as it is read when a part of its bytes has become another."""
    state = CODEC.encode(recorded.envelope)
    assert by in state
    place = (recorded.stream, recorded.version, recorded.position)
    [found] = decoded(CODEC, [(*place, state.replace(by, instead))])
    assert isinstance(found, Unreadable)
    return found


def test_each_kind_has_its_streams_in_their_order() -> None:
    first, second, third = at(1, A_CASE, PAID), at(2, A_CLAIM, TAKEN), at(3, A_CASE, PAID)
    batch = Histories([first, second, third], CODEC)
    assert batch.of(CASE) == {A_CASE: [first, third]}
    assert batch.of(CLAIM) == {A_CLAIM: [second]}


def test_several_kinds_come_together() -> None:
    first, second, third = at(1, A_CASE, PAID), at(2, A_CLAIM, TAKEN), at(3, A_CASE, PAID)
    assert Histories([first, second, third], CODEC).of(CASE, CLAIM) == {
        A_CASE: [first, third],
        A_CLAIM: [second],
    }


def test_a_kind_of_which_nothing_came_has_no_streams() -> None:
    batch = Histories([at(1, A_CASE, PAID)], CODEC)
    assert batch.of(CLAIM) == {}
    assert Histories([], CODEC).of(CASE, CLAIM) == {}


def test_what_cannot_be_read_but_names_its_kind_is_of_that_kind_alone() -> None:
    event = damaged(at(2, A_CLAIM, TAKEN), b"2020-03-02", b"2020-13-02")
    batch = Histories([at(1, A_CASE, PAID), event], CODEC)
    assert batch.of(CLAIM) == {A_CLAIM: [event]}
    assert list(batch.of(CASE)) == [A_CASE]


def test_what_names_no_kind_may_be_of_any() -> None:
    first, third = at(1, A_CASE, PAID), at(3, A_CASE, PAID)
    unknown = damaged(at(2, A_CASE, PAID), b"PaymentReceived", b"PaymentDoubled")
    batch = Histories([first, unknown, third], CODEC)
    assert batch.of(CASE) == {A_CASE: [first, unknown, third]}
    assert batch.of(CLAIM) == {A_CASE: [unknown]}
    assert batch.of(CASE, CLAIM) == {A_CASE: [first, unknown, third]}
