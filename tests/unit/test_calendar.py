"""Working days of China and the local day of the office."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from domain.calendar import (
    OFFICE_ZONE,
    Calendar,
    end_of_day,
    holidays_known,
    local_day,
    start_of_day,
)
from domain.holidays import FIRST_YEAR, LAST_YEAR

CALENDAR = Calendar()
DAY = timedelta(days=1)
HOLIDAYS_2020 = (
    (date(2020, 1, 1), date(2020, 1, 1)),
    (date(2020, 1, 24), date(2020, 2, 2)),
    (date(2020, 4, 4), date(2020, 4, 6)),
    (date(2020, 5, 1), date(2020, 5, 5)),
    (date(2020, 6, 25), date(2020, 6, 27)),
    (date(2020, 10, 1), date(2020, 10, 8)),
)
MADE_UP_2020 = {date(2020, *day) for day in ((1, 19), (4, 26), (5, 9), (6, 28), (9, 27), (10, 10))}


def test_every_day_of_2020_is_as_the_state_council_announced() -> None:
    for number in range(366):
        day = date(2020, 1, 1) + timedelta(days=number)
        holiday = any(first <= day <= last for first, last in HOLIDAYS_2020)
        worked = day in MADE_UP_2020 or (day.weekday() < 5 and not holiday)
        assert CALENDAR.is_working_day(day) is worked, day


def test_the_prolongation_took_the_made_up_saturday_back() -> None:
    assert not CALENDAR.is_working_day(date(2020, 2, 1))


@pytest.mark.parametrize(
    ("accepted_on", "working_days", "ends_on"),
    [
        (date(2020, 1, 17), 1, date(2020, 1, 19)),
        (date(2020, 1, 17), 15, date(2020, 2, 14)),
        (date(2020, 2, 21), 1, date(2020, 2, 24)),
        (date(2020, 2, 21), 15, date(2020, 3, 13)),
        (date(2020, 4, 30), 5, date(2020, 5, 11)),
    ],
    ids=[
        "accepted Friday 2020-01-17, one day",
        "accepted Friday 2020-01-17, fifteen days",
        "accepted Friday 2020-02-21, one day",
        "accepted Friday 2020-02-21, fifteen days",
        "accepted Thursday 2020-04-30, five days",
    ],
)
def test_working_days_are_counted_from_the_day_after(
    accepted_on: date, working_days: int, ends_on: date
) -> None:
    assert CALENDAR.add(accepted_on, working_days) == ends_on
    assert CALENDAR.between(accepted_on, ends_on) == working_days
    assert CALENDAR.between(ends_on, accepted_on) == -working_days


def test_no_working_days_end_on_the_start_even_on_a_holiday() -> None:
    assert CALENDAR.add(date(2020, 1, 25), 0) == date(2020, 1, 25)


def test_working_days_may_be_counted_backwards() -> None:
    assert CALENDAR.add(date(2020, 2, 4), -3) == date(2020, 1, 22)


def test_a_last_day_in_the_holiday_moves_to_the_first_working_day() -> None:
    assert CALENDAR.working_day_from(date(2020, 1, 25)) == date(2020, 2, 3)
    assert CALENDAR.working_day_from(date(2020, 2, 25)) == date(2020, 2, 25)


def test_an_override_decides_before_the_published_calendar() -> None:
    local = Calendar({date(2020, 2, 24): False, date(2020, 2, 23): True})
    assert not local.is_working_day(date(2020, 2, 24))
    assert local.is_working_day(date(2020, 2, 23))


def test_a_year_without_a_notice_has_monday_to_friday() -> None:
    assert FIRST_YEAR == 2004
    assert LAST_YEAR >= 2026
    for year in (1, 1999, FIRST_YEAR - 1, LAST_YEAR + 1, 9999):
        days = [date(year, 6, n) for n in range(1, 31)]
        assert not any(map(CALENDAR.is_published, days))
        assert list(map(CALENDAR.is_working_day, days)) == [day.weekday() < 5 for day in days]


def test_working_days_run_into_a_year_without_a_notice() -> None:
    known = CALENDAR.as_known(2025)
    assert known.add(date(2025, 12, 30), 5) == date(2026, 1, 6)
    assert CALENDAR.add(date(2025, 12, 30), 5) == date(2026, 1, 7), "3 days off, a Sunday made up"
    assert known.between(date(2025, 12, 30), date(2026, 1, 6)) == 5
    assert known.working_day_from(date(2026, 1, 3)) == date(2026, 1, 5)


def test_an_envelope_says_which_notices_were_known() -> None:
    assert CALENDAR.as_known(2025).edition == "+holidays-2025"
    assert holidays_known("henan-2020-02" + CALENDAR.edition) == CALENDAR.last_year
    assert holidays_known("henan-2020-02") is None
    assert CALENDAR.as_known(None) is CALENDAR.as_known(9999) is CALENDAR


def test_the_local_day_begins_at_four_in_the_afternoon_of_the_utc_day_before() -> None:
    assert local_day(datetime(2020, 2, 23, 15, 59, 59, tzinfo=UTC)) == date(2020, 2, 23)
    assert local_day(datetime(2020, 2, 23, 16, 0, tzinfo=UTC)) == date(2020, 2, 24)
    tokyo = timezone(timedelta(hours=9))
    assert local_day(datetime(2020, 2, 24, 0, 30, tzinfo=tokyo)) == date(2020, 2, 23)


@pytest.mark.parametrize(
    ("year", "hour", "day"),
    [(1990, 15, 2), (1990, 16, 2), (1991, 15, 2), (1991, 16, 2), (1992, 15, 1), (1992, 16, 2)],
)
def test_the_local_day_is_that_of_the_zone_while_it_had_summer_time_and_since(
    year: int, hour: int, day: int
) -> None:
    instant = datetime(year, 7, 1, hour, tzinfo=UTC)
    assert local_day(instant) == instant.astimezone(OFFICE_ZONE).date() == date(year, 7, day)


def test_an_instant_without_a_zone_has_no_local_day() -> None:
    with pytest.raises(ValueError, match="zone"):
        local_day(datetime(2020, 2, 23, 16, 0, tzinfo=UTC).replace(tzinfo=None))


def test_a_deadline_is_breached_at_midnight_after_its_day() -> None:
    day = date(2020, 2, 24)
    assert start_of_day(day) == datetime(2020, 2, 23, 16, 0, tzinfo=UTC)
    assert end_of_day(day) == datetime(2020, 2, 24, 16, 0, tzinfo=UTC)
    assert local_day(end_of_day(day)) == date(2020, 2, 25)


def at(day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute, second), OFFICE_ZONE).astimezone(UTC)


MONDAY = date(2020, 3, 2)
FRIDAY = date(2020, 3, 6)
BEFORE_THE_FESTIVAL = date(2020, 1, 23)
AFTER_THE_FESTIVAL = date(2020, 2, 3)
MADE_UP_SUNDAY = date(2020, 1, 19)


@pytest.mark.parametrize(
    ("start", "end", "worked"),
    [
        (at(MONDAY, 9), at(MONDAY, 11, 30), timedelta(hours=2, minutes=30)),
        (at(MONDAY, 8, 0), at(MONDAY, 8, 30), timedelta(0)),
        (at(MONDAY, 11), at(MONDAY, 14), timedelta(hours=2)),
        (at(MONDAY, 12, 15), at(MONDAY, 12, 45), timedelta(0)),
        (at(MONDAY, 17, 29, 50), at(MONDAY, 20), timedelta(seconds=10)),
        (at(MONDAY, 9), at(MONDAY + timedelta(days=1), 9), timedelta(hours=8)),
        (at(FRIDAY, 17), at(FRIDAY + timedelta(days=3), 9), timedelta(hours=1)),
        (at(FRIDAY + timedelta(days=1), 9), at(FRIDAY + timedelta(days=2), 16), timedelta(0)),
        (at(MADE_UP_SUNDAY, 0), at(MADE_UP_SUNDAY, 23, 59), timedelta(hours=8)),
        (at(BEFORE_THE_FESTIVAL, 16, 30), at(AFTER_THE_FESTIVAL, 9, 30), timedelta(hours=2)),
    ],
    ids=[
        "one morning",
        "before it opens",
        "over noon",
        "at noon",
        "the last seconds",
        "a day",
        "a weekend",
        "within a weekend",
        "a made-up Sunday",
        "the prolonged festival",
    ],
)
def test_working_seconds_is_what_of_office_hours_lies_between(
    start: datetime, end: datetime, worked: timedelta
) -> None:
    assert CALENDAR.working_seconds(start, end) == worked.total_seconds()
    assert CALENDAR.working_seconds(end, start) == -worked.total_seconds()


def test_a_year_has_as_many_working_hours_as_working_days_of_eight() -> None:
    days = CALENDAR.between(date(2019, 12, 31), date(2020, 12, 31))
    year = CALENDAR.working_seconds(at(date(2020, 1, 1), 0), at(date(2021, 1, 1), 0))
    assert year == days * 8 * 3600


def test_a_day_that_is_overridden_is_worked_or_not() -> None:
    local = Calendar({date(2020, 2, 24): False})
    assert local.working_seconds(at(date(2020, 2, 24), 9), at(date(2020, 2, 25), 9)) == 30 * 60


@pytest.mark.parametrize("year", [1995, FIRST_YEAR - 1, LAST_YEAR + 1, 2400])
def test_working_seconds_go_on_from_monday_to_friday_without_a_notice(year: int) -> None:
    first, last = date(year, 6, 1), date(year, 7, 31)
    weekdays = CALENDAR.between(first - DAY, last)
    assert CALENDAR.working_seconds(at(first, 0), at(last, 23)) == weekdays * 8 * 3600
    assert CALENDAR.working_seconds(at(last, 23), at(first, 0)) == -weekdays * 8 * 3600


@pytest.mark.parametrize("year", [FIRST_YEAR, LAST_YEAR + 1])
def test_working_seconds_are_whole_over_the_edge_of_what_is_known(year: int) -> None:
    before, after = date(year - 1, 12, 1), date(year, 1, 31)
    days = CALENDAR.between(before - DAY, after)
    assert CALENDAR.working_seconds(at(before, 0), at(after, 23)) == days * 8 * 3600
