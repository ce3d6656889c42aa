"""On whom each working day of an application was spent, as programs and pages are told."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple, TypedDict

from api.desk import Desk
from api.language import Language
from domain.calendar import Calendar
from domain.case.booked_days import BookedDay, booked_days
from domain.case.case import CASE
from domain.case.state import Running
from domain.clocks.spent_on import SpentOn
from domain.recorded_event import RecordedEvent

_CALENDAR = Calendar()


class SpentDay(TypedDict):
    """A working day, who had the application on its morning, and why.

    ``reason`` is a stage, or the ground on which it rested. Only what ``counts`` is taken off the
    term of the office.
    """

    on: date
    spent_on: SpentOn
    spent_on_title: str
    reason: str
    reason_title: str
    counts: bool


class SpentDaysView(TypedDict):
    """The working days so far. ``counted`` are those that are gone of the term of the office.

    ``left`` are those left of it up to ``decide_by``. Both are null unless it runs.
    """

    counted: int
    left: int | None
    decide_by: date | None
    days_of_citizen: int
    days_of_office: int
    days_of_post: int
    days_suspended: int
    days: list[SpentDay]


class SpentStretch(NamedTuple):
    """Working days one after the other that were spent alike, as a page shows them."""

    first: date
    last: date
    days: int
    spent_on: SpentOn
    spent_on_title: str
    reason_title: str
    counts: bool


def spent_days(
    desk: Desk, history: Sequence[RecordedEvent], language: Language
) -> SpentDaysView | None:
    """None for an application on which no working day has been spent yet."""
    booked = list(booked_days(history, desk.today, _CALENDAR))
    if not booked:
        return None
    clock = CASE.fold(each.event for each in history).clock
    decide_by = clock.decide_by if isinstance(clock, Running) else None
    spent = Counter(each.spent_on for each in booked)
    return {
        "counted": sum(each.counts for each in booked),
        "left": _CALENDAR.between(desk.today, decide_by) if decide_by else None,
        "decide_by": decide_by,
        "days_of_citizen": spent[SpentOn.CITIZEN],
        "days_of_office": spent[SpentOn.OFFICE],
        "days_of_post": spent[SpentOn.POST],
        "days_suspended": spent[SpentOn.SUSPENSION],
        "days": [_day(each, language) for each in booked],
    }


def stretches(told: SpentDaysView) -> list[SpentStretch]:
    """The same days, those together that were spent alike."""
    found = []
    for _, group in groupby(told["days"], lambda day: (day["reason"], day["counts"])):
        days = list(group)
        first, last = days[0], days[-1]
        found.append(
            SpentStretch(
                first["on"],
                last["on"],
                len(days),
                first["spent_on"],
                first["spent_on_title"],
                first["reason_title"],
                first["counts"],
            )
        )
    return found


def _day(booked: BookedDay, language: Language) -> SpentDay:
    return {
        "on": booked.on,
        "spent_on": booked.spent_on,
        "spent_on_title": booked.spent_on.text(language),
        "reason": booked.reason,
        "reason_title": booked.title.text(language),
        "counts": booked.counts,
    }
