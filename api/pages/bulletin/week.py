"""What a weekly report says. Like a bulletin it is made of what never changes (ADR 71)."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from api.desk import Desk
from api.pages.bulletin.duties import READ_FOR_DUTIES, duty_lines
from api.pages.bulletin.figures import DayCounts, counts_of, counts_wanted, whole
from api.problems import Problem
from domain.event_store.transaction import Connection
from domain.offices.tree import REGIONS
from projections.engine.closed_day import is_closed
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.throughput.definitions.all_definitions import OF_CENTRES, OF_ENQUIRIES, OF_HALLS
from projections.throughput.definitions.definition import Definition
from projections.throughput.lines import Line, summed
from projections.throughput.spans import DayRange
from projections.throughput.view import view

_ADDRESS: Final = re.compile(r"([0-9]{4})-W([0-9]{2})")
_LONG: Final = timedelta(days=6)
_WEEK: Final = timedelta(days=7)
_READ: Final = ("throughput", *READ_FOR_DUTIES)
_THIS, _BEFORE = "week", "before"
DUTIES: Final[Mapping[str, Definition]] = {
    code: each
    for code, each in {**OF_ENQUIRIES, **OF_HALLS, **OF_CENTRES}.items()
    if code
    in {
        "enquiries_answered",
        "first_answer_rate",
        "transfer_rate",
        "hygiene_compliance",
        "entry_refused",
        "centre_capacity_use",
        "equipment_down_hours",
    }
}
"""A column each, of those that nothing is told of later (:mod:`api.pages.bulletin.duties`)."""


class WeekOfCity(NamedTuple):
    """A city, by its code. ``duties`` are told under the codes of ``DUTIES``."""

    region: str
    counts: DayCounts
    duties: Mapping[str, Any]


class WeeklyReport(NamedTuple):
    """``as_of`` is none of a closed week. The province is counted from all cities."""

    monday: date
    as_of: datetime | None
    whole: DayCounts
    before: DayCounts
    duties: Mapping[str, Any]
    cities: Sequence[WeekOfCity]
    previous: date | None
    next: date | None

    @property
    def sunday(self) -> date:
        return self.monday + _LONG


def week_address(day: date) -> str:
    """The name of the week of a day, such as ``2020-W09`` (ISO 8601)."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def asked_week(text: str, first: date, today: date) -> date:
    """The Monday of the week. Raises 404 for what is no week, and for one without a report."""
    found = _ADDRESS.fullmatch(text)
    try:
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1) if found else None
    except ValueError:
        monday = None
    if monday is None or not first - _LONG <= monday <= today:
        raise Problem("not-found", 404)
    return monday


async def weekly_report(reading: Connection, desk: Desk, monday: date, first: date) -> WeeklyReport:
    """All of one moment. Of a closed week it is the same whenever it is asked for."""
    now, sunday = desk.clock(), monday + _LONG
    async with snapshot(reading):
        closed = True
        for name in _READ:
            stands = await standing(reading, name)
            closed &= await is_closed(reading, desk.codec, sunday, stands.position, now)
        found = await view(
            reading,
            {},
            by_region={
                _THIS: DayRange(monday, sunday),
                _BEFORE: DayRange(monday - _WEEK, sunday - _WEEK),
            },
            of=counts_wanted(),
        )
        of_duties = await duty_lines(reading, monday, sunday, now)
    cases = summed(found[_THIS], ["region"])
    duties = summed(of_duties, ["region"])
    return WeeklyReport(
        monday=monday,
        as_of=None if closed else now,
        whole=whole(found[_THIS]),
        before=whole(found[_BEFORE]),
        duties=_told(summed(of_duties, []).get((), Line({}))),
        cities=[
            WeekOfCity(
                code,
                counts_of(cases.get((code,), Line({}))),
                _told(duties.get((code,), Line({}))),
            )
            for code in sorted(REGIONS)
        ],
        previous=monday - _WEEK if monday > first else None,
        next=monday + _WEEK if monday + _WEEK <= desk.today else None,
    )


def _told(line: Line) -> Mapping[str, Any]:
    return {code: each.of(line) for code, each in DUTIES.items()}
