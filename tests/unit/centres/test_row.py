"""The row of a centre keeps its means by day, its shifts, and what was out of order."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from domain.centres import events
from domain.centres.capacity import Means
from domain.centres.choices import CentreIncidentKind, CentreRemedy, CentreShift
from domain.centres.state import centre_of
from domain.message import Event
from domain.recorded_event import RecordedEvent
from projections.centres.figures import down_hours, means_on
from projections.centres.forecast import CentreWait
from projections.centres.queries import handled_by_centre
from projections.centres.row import CentreRow, EquipmentFault, MeansOfDay, OfficersOfDay, fold
from tests.kit.centres import CLERK, DAY, NOW, OFFICE, incident, item, rostered
from tests.kit.envelopes import enveloped

FAULT = CentreIncidentKind.EQUIPMENT_FAULT
HOUR = timedelta(hours=1)


def row(history: Sequence[tuple[Event, int]]) -> CentreRow:
    """The row of events, each so many hours after nine, which two runs of them make too."""
    told = [
        RecordedEvent(
            centre_of(OFFICE), version, version, enveloped(event, NOW + hours * HOUR, CLERK)
        )
        for version, (event, hours) in enumerate(history, start=1)
    ]
    whole = fold(None, told)
    assert whole is not None
    for cut in range(1, len(told)):
        assert fold(fold(None, told[:cut]), told[cut:]) == whole
    return whole


def remedied(number: int, remedy: CentreRemedy, of: str) -> Event:
    return events.CentreIncidentRemedied(
        office=OFFICE, incident=number, kind=FAULT, remedy=remedy, item=of
    )


def test_means_are_those_at_the_end_of_a_day() -> None:
    found = row(
        [
            (item("WS-1"), 0),
            (item("WS-2"), 1),
            (incident(1, FAULT, of="WS-1"), 24),
            (rostered(3), 48),
        ]
    )
    assert found.changes == 4
    assert found.means == (
        MeansOfDay(DAY, Means(good=2, counted=True)),
        MeansOfDay(date(2020, 3, 3), Means(good=1, counted=True)),
    )


def test_the_last_roster_of_a_shift_counts() -> None:
    found = row([(rostered(3), 0), (rostered(2), 1), (rostered(1, shift=CentreShift.EVENING), 2)])
    assert found.shifts == (
        OfficersOfDay(DAY, CentreShift.DAY, 2),
        OfficersOfDay(DAY, CentreShift.EVENING, 1),
    )


def test_an_item_is_out_of_order_until_it_is_mended_or_gone() -> None:
    found = row(
        [
            (item("WS-1"), 0),
            (item("WS-2"), 0),
            (incident(1, FAULT, of="WS-1"), 1),
            (incident(2, FAULT, of="WS-2"), 2),
            (remedied(1, CentreRemedy.REPAIRED, "WS-1"), 4),
        ]
    )
    assert [(each.since - NOW, each.until) for each in found.faults] == [
        (HOUR, NOW + 4 * HOUR),
        (2 * HOUR, None),
    ]


@pytest.mark.parametrize(
    ("backlog", "capacity", "days"), [(0, 10, 1), (10, 10, 1), (11, 10, 2), (5, 0, None)]
)
def test_whoever_comes_last_waits_for_all_the_others(
    backlog: int, capacity: int, days: int | None
) -> None:
    assert CentreWait(backlog, capacity).days == days


def test_a_county_handles_its_own_cases() -> None:
    assert [handled_by_centre(each) for each in ("410300", OFFICE, "410322", "nowhere")] == [
        *(True, True),
        *(False, False),
    ]


def test_only_the_hours_of_the_period_count_and_those_until_now() -> None:
    """The fault begins at nine in the morning of Beijing."""
    fault = EquipmentFault(1, "WS-1", NOW, NOW + 30 * HOUR)
    still = EquipmentFault(2, "WS-2", NOW + HOUR / 2)
    later = NOW + 20 * HOUR
    assert down_hours([fault], DAY, DAY, later) == 15
    assert down_hours([fault], DAY, date(2020, 3, 3), NOW + 40 * HOUR) == 30
    assert down_hours([fault], date(2020, 3, 4), date(2020, 3, 5), NOW + 90 * HOUR) == 0
    assert down_hours([still], DAY, date(2020, 3, 3), later) == 19
    assert down_hours([fault, still], DAY, date(2020, 3, 3), later) == 39


def test_a_day_has_the_means_of_the_last_change_before_its_end() -> None:
    known = [MeansOfDay(DAY, Means(good=2)), MeansOfDay(date(2020, 3, 4), Means(good=1))]
    found = [means_on(known, date(2020, 3, day)).good for day in (1, 2, 3, 4)]
    assert found == [0, 2, 2, 1]
