"""The period a dashboard looks at, as its address says it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

SINCE: Final = date(2020, 2, 3)
"""The first day of the article's count of online business."""


@dataclass(frozen=True, slots=True)
class Period:
    """``name`` is ``today``, ``since`` or ``custom``; both days are included."""

    name: str
    first: date
    last: date
    wrong: bool = False


def period(name: str | None, first: str | None, last: str | None, today: date) -> Period:
    """What was asked for; since 3 February, with ``wrong`` set, for what is no period."""
    since = Period("since", min(SINCE, today), today)
    if name == "today":
        return Period("today", today, today)
    if name != "custom" and not (first or last):
        return since
    try:
        custom = Period("custom", date.fromisoformat(first or ""), date.fromisoformat(last or ""))
    except ValueError:
        return Period("since", since.first, since.last, wrong=True)
    in_reach = SINCE.replace(year=2000) <= custom.first <= custom.last <= date(2100, 1, 1)
    return custom if in_reach else Period("since", since.first, since.last, wrong=True)
