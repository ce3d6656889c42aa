"""The period of a dashboard, as its address tells it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.plausible import FIRST_DAY

SINCE: Final = date(2020, 2, 3)
"""From this day on the announcement of 2020-02-23 counts online business."""


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both included. ``name`` is ``today``, ``since`` or ``custom``."""

    name: str
    first: date
    last: date
    wrong: bool = False


def period(name: str | None, first: str | None, last: str | None, today: date) -> Period:
    """The period that was asked for. It ends today at the latest.

    What is no period gives the days since 3 February, and ``wrong`` is set.
    """
    since = Period("since", min(SINCE, today), today)
    if name == "today":
        return Period("today", today, today)
    if name != "custom" and not (first or last):
        return since
    try:
        custom = Period("custom", date.fromisoformat(first or ""), date.fromisoformat(last or ""))
    except ValueError:
        return Period("since", since.first, since.last, wrong=True)
    if not FIRST_DAY <= custom.first <= min(custom.last, today):
        return Period("since", since.first, since.last, wrong=True)
    return custom if custom.last <= today else Period("custom", custom.first, today)
