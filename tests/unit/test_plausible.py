"""What comes from outside is held to a span of time, and what was stored once can be shown."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.language import Language
from api.pages.kit import formats
from api.pages.kit.history.event_values import field_rows
from domain.aggregates import AGGREGATES
from domain.case.case import CASE
from domain.case.delivery.events import ParcelScanned
from domain.message import Command
from domain.parcels.commands import RecordItemScan
from domain.parcels.reasons import ScanStatus
from domain.people import Role
from domain.plausible import SKEW, TimeImplausible, check, spans
from domain.prefectures.commands import SuspendWindows

NOW = datetime(2020, 3, 9, 1, tzinfo=UTC)
TODAY = date(2020, 3, 9)
EAST, WEST = timezone(timedelta(hours=14)), timezone(-timedelta(hours=12))
ENDS = (
    datetime(1, 1, 1, tzinfo=UTC),
    datetime(1, 1, 1, tzinfo=EAST),
    datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
    datetime(9999, 12, 31, 23, 59, 59, tzinfo=WEST),
)


def scan(at: datetime) -> RecordItemScan:
    return RecordItemScan(scan="s1", status=ScanStatus.ARRIVED, place="410105", scanned_at=at)


FROM_OUTSIDE: list[type[Command]] = [
    row.command
    for aggregate in AGGREGATES
    for row in aggregate.decisions
    if set(row.by) - {Role.SYSTEM}
]


def times(hint: Any) -> bool:
    """Whether a day or an instant stands anywhere in the type."""
    return hint in {date, datetime} or any(times(inner) for inner in get_args(hint))


@pytest.mark.parametrize("kind", FROM_OUTSIDE)
def test_every_time_that_somebody_tells_is_held_to_a_span(kind: type[Command]) -> None:
    hints = get_type_hints(kind, include_extras=True)
    assert {name for name, _ in spans(kind)} == {
        name for name, hint in hints.items() if times(hint)
    }


def test_there_are_such_times() -> None:
    assert sum(bool(spans(kind)) for kind in FROM_OUTSIDE) >= 4


@pytest.mark.parametrize(
    "at", [NOW, NOW + SKEW, NOW - timedelta(days=700), NOW.astimezone(EAST), NOW.astimezone(WEST)]
)
def test_what_has_just_happened_is_believed_in_any_zone(at: datetime) -> None:
    check(scan(at), now=NOW, today=TODAY)


@pytest.mark.parametrize(
    ("at", "rule"),
    [
        *zip(ENDS, ("too_early", "too_early", "too_late", "too_late"), strict=True),
        (datetime(1999, 1, 1, tzinfo=UTC), "too_early"),
        (NOW + timedelta(days=1), "too_late"),
        (NOW + SKEW + timedelta(seconds=1), "too_late"),
    ],
)
def test_what_cannot_have_happened_is_refused_with_its_field_and_limits(
    at: datetime, rule: str
) -> None:
    with pytest.raises(TimeImplausible) as refused:
        check(scan(at), now=NOW, today=TODAY)
    told = refused.value
    assert (told.pointer, told.rule) == ("/scanned_at", rule)
    assert (told.earliest, told.latest) == (NOW - timedelta(days=731), NOW + SKEW)


@pytest.mark.parametrize("day", [date.min, date(1999, 1, 1), date(2021, 4, 1), date.max])
def test_a_decision_takes_effect_within_a_year(day: date) -> None:
    with pytest.raises(TimeImplausible):
        check(SuspendWindows(effective_on=day), now=NOW, today=TODAY)


OFFSETS = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(lambda m: timezone(timedelta(minutes=m)))


@given(
    instant=st.sampled_from(ENDS) | st.datetimes(timezones=OFFSETS | st.none()),
    language=st.sampled_from(["zh", "en"]),
)
def test_every_instant_can_be_shown(instant: datetime, language: Language) -> None:
    text = formats.moment(instant, language, exact=True).striptags()
    assert re.search(r"\b\d\d:\d\d:\d\d\b", text)


@given(
    day=st.sampled_from([date.min, date.max]) | st.dates(), language=st.sampled_from(["zh", "en"])
)
def test_every_day_can_be_shown(day: date, language: Language) -> None:
    assert str(day.year) in formats.day(day, language).striptags()


@pytest.mark.parametrize("end", ENDS)
def test_a_scan_that_was_stored_at_the_end_of_time_is_shown_on_the_audit_page(
    end: datetime,
) -> None:
    stored = ParcelScanned(status=ScanStatus.ARRIVED, place="419999", scanned_at=end)
    rows = field_rows(stored, CASE.words, "zh")
    assert [name for name, _ in rows] == ["邮件状态", "地点", "扫描时间"]


def test_an_instant_that_the_office_s_clock_cannot_show_names_its_own() -> None:
    shown = [formats.moment(end, "zh", exact=True).striptags() for end in ENDS]
    assert shown == [
        "1年1月1日 08:05:43",
        "1年1月1日 00:00:00 (UTC+14:00)",
        "9999年12月31日 23:59:59 (UTC)",
        "9999年12月31日 23:59:59 (UTC-12:00)",
    ]
