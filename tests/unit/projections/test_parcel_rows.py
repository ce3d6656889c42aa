"""A row of a parcel is its state, and what was counted of it stays counted on its day."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from domain.parcels import events
from domain.parcels.parcel import PARCEL
from domain.parcels.reasons import ScanStatus
from domain.parcels.state import ParcelStage, parcel_of
from domain.recorded_event import RecordedEvent
from projections.parcels.row import ParcelRow, contribution, fold
from projections.throughput.durations import TRANSIT
from tests.kit.parcel_histories import (
    CASE,
    COUNTY,
    EIGHT,
    NOW,
    OFFICE,
    UNDER_WAY,
    given,
    scan,
    told,
)
from tests.kit.recorded import recorded

STREAM = parcel_of(CASE, 1)
SCANS = tuple(given(told(), each)[0] for each in EIGHT)
BACK = given(told(), scan("r1", ScanStatus.RETURNED, 90))[0]


def read(*history: events.ParcelEvent, at: datetime = NOW) -> list[RecordedEvent]:
    return recorded(STREAM, OFFICE, *history, at=at)


def row(told: Sequence[RecordedEvent]) -> ParcelRow:
    made = fold(None, told)
    assert made is not None
    return made


def test_a_row_stands_where_its_parcel_does() -> None:
    made = row(read(*UNDER_WAY, *SCANS))
    assert made.standing == PARCEL.fold((*UNDER_WAY, *SCANS))
    assert (made.stage, made.of_case, made.irregular) == (ParcelStage.DELIVERED, CASE, False)
    assert fold(None, read(*SCANS)[:0]) is None


def test_two_runs_give_what_both_give_together() -> None:
    recorded = read(*UNDER_WAY, *SCANS, BACK)
    for cut in range(1, len(recorded)):
        assert fold(row(recorded[:cut]), recorded[cut:]) == row(recorded)


def test_a_contradiction_is_something_to_see_to() -> None:
    assert row(read(*UNDER_WAY, *SCANS, BACK)).irregular
    assert not row(read(*UNDER_WAY, *SCANS)).irregular


def test_it_is_counted_what_came_about_and_how_long_the_post_took() -> None:
    day = date(2020, 3, 10)
    assert contribution(row(read(*UNDER_WAY, *SCANS))) == {
        (day, OFFICE, COUNTY, "handed_over"): 1,
        (day, OFFICE, COUNTY, "failed_for:absent"): 2,
        (day, OFFICE, COUNTY, "delivered"): 1,
        (day, OFFICE, COUNTY, TRANSIT.of(timedelta(hours=70).total_seconds())): 1,
    }


def test_the_order_of_the_scans_changes_no_count_of_a_day() -> None:
    forwards, backwards = (*UNDER_WAY, *SCANS), (*UNDER_WAY, *reversed(SCANS))
    assert contribution(row(read(*forwards))) == contribution(row(read(*backwards)))


def test_what_is_told_later_takes_nothing_away_from_an_earlier_day() -> None:
    before = row(read(*UNDER_WAY, *SCANS))
    after = fold(before, read(BACK, at=NOW + timedelta(days=5)))
    assert after is not None
    assert contribution(after) == {
        **contribution(before),
        (date(2020, 3, 15), OFFICE, COUNTY, "returned"): 1,
    }
    again = given(told(*EIGHT), scan("s9", ScanStatus.DELIVERED, 71))
    assert contribution(row(read(*UNDER_WAY, *SCANS, *again))) == contribution(before)
