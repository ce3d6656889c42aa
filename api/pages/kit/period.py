"""The period of a dashboard, as its address tells it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.plausible import FIRST_DAY

SINCE: Final = date(2020, 2, 3)
"""From this day on the announcement of 2020-02-23 counts online business."""

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both included.

    ``name`` is ``today``, ``week`` or ``month``, which have lasted until today, ``since`` or
    ``custom``.
    """

    name: str
    first: date
    last: date
    wrong: bool = False

    @property
    def before(self) -> tuple[date, date]:
        """The days with which it is compared: as many, at the same place of what came before.

        A week is compared with the same days of the last one, and a month up to the same day of
        the last one, or to its end if that has fewer days.
        """
        match self.name:
            case "week":
                return self.first - _WEEK, self.last - _WEEK
            case "month":
                end = self.first - _DAY
                return end.replace(day=1), min(end, end.replace(day=min(self.last.day, end.day)))
        return self.first - (self.last - self.first) - _DAY, self.first - _DAY

    @property
    def week_ago(self) -> tuple[date, date] | None:
        """The same day of the last week, of a period of one day."""
        return (self.first - _WEEK, self.last - _WEEK) if self.first == self.last else None


def period(name: str | None, first: str | None, last: str | None, today: date) -> Period:
    """The period that was asked for. It ends today at the latest.

    What is no period gives the days since 3 February, and ``wrong`` is set.
    """
    since = Period("since", min(SINCE, today), today)
    spans = {
        "today": today,
        "week": today - today.weekday() * _DAY,
        "month": today.replace(day=1),
    }
    if name in spans:
        return Period(name, spans[name], today)
    if name != "custom" and not (first or last):
        return since
    try:
        custom = Period("custom", date.fromisoformat(first or ""), date.fromisoformat(last or ""))
    except ValueError:
        return Period("since", since.first, since.last, wrong=True)
    if not FIRST_DAY <= custom.first <= min(custom.last, today):
        return Period("since", since.first, since.last, wrong=True)
    return custom if custom.last <= today else Period("custom", custom.first, today)
