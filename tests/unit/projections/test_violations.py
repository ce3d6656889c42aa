"""A violation is found by its plate, at the stage to which it has come."""

from datetime import UTC, date, datetime
from uuid import UUID

from domain.identifiers.plate import PlateKind
from domain.message import Event
from domain.people import system
from domain.recorded_event import Envelope, RecordedEvent
from domain.violations.events import ViolationEntered, ViolationPublished, ViolationRecorded
from domain.violations.state import ViolationStage, violation_stream
from projections.violations.row import fold

STREAM, AT = violation_stream(b"number"), datetime(2020, 2, 17, 0, 30, tzinfo=UTC)
RECORDED = ViolationRecorded(
    office="410100",
    occurred_at=AT,
    plate_kind=PlateKind.SMALL_CAR,
    enter_by=date(2020, 2, 27),
    plate_index=b"plate",
    key_id=UUID(int=1),
    sealed={},
)
ENTERED = ViolationEntered(
    officer="clerk", act_code="1344", fine_fen=100_00, points=3, publish_by=date(2020, 2, 27)
)
PUBLISHED = ViolationPublished(published_on=date(2020, 2, 24))


def read(*events: Event) -> list[RecordedEvent]:
    return [
        RecordedEvent(
            STREAM,
            version,
            version,
            Envelope(
                event=event,
                at=AT,
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


def test_two_runs_make_the_row_of_both_together() -> None:
    told = read(RECORDED, ENTERED, PUBLISHED)
    whole = fold(None, told)
    assert whole
    assert fold(fold(None, told[:2]), told[2:]) == whole
    assert (whole.plate_index, whole.stage) == (b"plate", ViolationStage.PUBLISHED)


def test_what_no_officer_has_looked_at_is_not_among_what_is_told() -> None:
    row = fold(None, read(RECORDED))
    assert row
    assert row.stage is ViolationStage.RECORDED
