"""A plate number counts once, under its prefix, its kind and its stage."""

from datetime import UTC, date, datetime
from uuid import UUID

from domain.identifiers.plate import PlateKind
from domain.message import Event
from domain.numbers.events import (
    PlateNumberIssued,
    PlateNumberLocked,
    PlateNumberOffered,
    PlateNumberReleased,
    PlateNumberReserved,
)
from domain.numbers.stage import NumberStage
from domain.people import Actor, Role
from domain.recorded_event import Envelope, RecordedEvent
from projections.numbers.row import NumberRow, contribution, fold

NUMBER, CASE, CAR = UUID(int=1), UUID(int=2), UUID(int=3)
AT = datetime(2020, 3, 2, 1, tzinfo=UTC)
OFFERED = PlateNumberOffered(
    case=CASE, prefix="豫A", plate_kind=PlateKind.SMALL_CAR, offered_until=AT
)
RESERVED = PlateNumberReserved(
    case=CASE, vehicle=CAR, owner_index=b"owner", reserved_on=date(2020, 3, 2)
)
LOCKED = PlateNumberLocked(case=CASE, vehicle=CAR)
BACK = PlateNumberReleased(case=CASE, stage=NumberStage.RESERVED)
ISSUED = PlateNumberIssued(case=CASE, vehicle=CAR)


def row(*events: Event) -> NumberRow:
    by = Actor(Role.SYSTEM, "test")
    history = [
        RecordedEvent(
            NUMBER,
            version,
            version,
            Envelope(
                event=event,
                at=AT,
                by=by,
                office="410100",
                channel="api",
                rules="test",
                build="test",
                cause=CASE,
            ),
        )
        for version, event in enumerate(events, start=1)
    ]
    found = fold(None, history)
    assert found
    in_two = fold(fold(None, history[:1]), history[1:])
    assert in_two == found
    return found


def test_it_stands_where_its_last_event_has_led() -> None:
    assert row(OFFERED).stage is NumberStage.OFFERED
    assert row(OFFERED, RESERVED, LOCKED).stage is NumberStage.LOCKED
    assert row(OFFERED, RESERVED, LOCKED, BACK).stage is NumberStage.RESERVED
    assert row(OFFERED, RESERVED, LOCKED, ISSUED).stage is NumberStage.IN_USE


def test_what_was_told_once_of_prefix_and_kind_stays() -> None:
    assert contribution(row(OFFERED, RESERVED)) == {("豫A", "02", "reserved"): 1}


def test_an_offer_counts_as_free_because_it_runs_out_by_itself() -> None:
    assert contribution(row(OFFERED)) == {("豫A", "02", "free"): 1}
