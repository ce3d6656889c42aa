"""A holiday notice that is given before an update of the software has it."""

from datetime import date, datetime, time
from pathlib import Path

import msgspec
import pytest

from cheguan.holiday_notices import adopt
from cheguan.settings import UnsafeSettings
from domain.calendar import OFFICE_ZONE, Calendar
from domain.holidays import LAST_YEAR, HolidayNotice, HolidayNoticeInvalid, Published

NEXT = LAST_YEAR + 1
NEW_YEAR = date(NEXT, 1, 1)
A_SUNDAY = next(day for n in range(1, 8) if (day := date(NEXT, 2, n)).weekday() == 6)
NOTICE = HolidayNotice(
    year=NEXT,
    basis="test",
    off=frozenset(date(NEXT, 1, n) for n in range(1, 6)),
    worked=frozenset({A_SUNDAY}),
)


def test_a_notice_makes_days_certain_and_changes_some() -> None:
    published = Published()
    calendar = Calendar(published=published)
    before = calendar.add(date(LAST_YEAR, 12, 31), 1)

    published.adopt([NOTICE])

    assert calendar.is_published(NEW_YEAR)
    assert calendar.last_year == NEXT
    assert not calendar.is_working_day(date(NEXT, 1, 5))
    assert calendar.is_working_day(A_SUNDAY)
    assert calendar.add(date(LAST_YEAR, 12, 31), 1) > before
    assert calendar.as_known(LAST_YEAR).add(date(LAST_YEAR, 12, 31), 1) == before


def test_working_time_that_was_counted_follows_a_notice() -> None:
    published = Published()
    calendar = Calendar(published=published)
    span = (_noon(date(NEXT, 1, 1)), _noon(date(NEXT, 2, 28)))
    before = calendar.working_seconds(*span)

    published.adopt([NOTICE])

    moved = sum(day.weekday() < 5 for day in NOTICE.off if day != NEW_YEAR) - 1
    half = 4.5 * 3600 if NEW_YEAR.weekday() < 5 else 0
    assert before - calendar.working_seconds(*span) == moved * 8 * 3600 + half
    assert calendar.as_known(LAST_YEAR).working_seconds(*span) == before


def test_a_notice_may_move_the_last_days_of_the_year_before_and_only_then() -> None:
    last = date(LAST_YEAR, 12, 31)
    published = Published()
    published.adopt([msgspec.structs.replace(NOTICE, off=NOTICE.off | {last})])
    calendar = Calendar(published=published)

    assert not calendar.is_working_day(last)
    assert calendar.as_known(LAST_YEAR).is_working_day(last) is (last.weekday() < 5)


@pytest.mark.parametrize(
    "wrong",
    [
        {"year": NEXT + 1},
        {"worked": frozenset({NEW_YEAR})},
        {"off": frozenset({date(NEXT + 1, 1, 1)})},
        {"off": frozenset()},
    ],
    ids=["the year before is missing", "off and worked", "another year", "nothing is off"],
)
def test_a_notice_that_contradicts_itself_changes_nothing(wrong: dict[str, object]) -> None:
    published = Published()
    with pytest.raises(HolidayNoticeInvalid):
        published.adopt([msgspec.structs.replace(NOTICE, **wrong)])
    assert published.last_year == LAST_YEAR


def test_a_file_that_cannot_be_read_is_told_at_the_start(tmp_path: Path) -> None:
    file = tmp_path / "holidays.json"
    with pytest.raises(UnsafeSettings, match=r"holidays\.json"):
        adopt(file)
    file.write_text('[{"year": 1}]', encoding="utf-8")
    with pytest.raises(UnsafeSettings, match="basis"):
        adopt(file)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(13), OFFICE_ZONE)
