"""The lines of a dashboard table, from the figures of the read model."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from projections.throughput.lines import Line


class Row(NamedTuple):
    """One line. ``on_time`` is a share, ``median`` the time from submission to the end.

    ``submitted_bar`` and ``late_bar`` are widths from 0 to 100. The one is of the largest row,
    the other of what the row has in hand.
    """

    code: str
    title: str
    submitted: int
    completed: int
    in_hand: int
    late: int
    on_time: float | None
    median: timedelta | None
    submitted_bar: float = 0.0
    late_bar: float = 0.0


def row(code: str, title: str, line: Line | None) -> Row:
    """Makes a row. ``None`` gives one in which nothing happened."""
    line = line or Line({})
    return Row(
        code=code,
        title=title,
        submitted=line.counts.get("submitted", 0),
        completed=line.counts.get("completed", 0),
        in_hand=line.waiting,
        late=line.late,
        on_time=line.share("on_time_rate"),
        median=line.duration("turnaround", 0.5),
    )


def rows(titles: Mapping[str, str], lines: Mapping[tuple[Any, ...], Line]) -> list[Row]:
    """Makes a row for each title, in their order, with the widths of its bars."""
    plain = [row(code, title, lines.get((code,))) for code, title in titles.items()]
    most = max((each.submitted for each in plain), default=0)
    return [
        each._replace(
            submitted_bar=_width(each.submitted, most), late_bar=_width(each.late, each.in_hand)
        )
        for each in plain
    ]


def _width(part: int, whole: int) -> float:
    return round(100 * min(part / whole, 1), 1) if whole else 0.0
