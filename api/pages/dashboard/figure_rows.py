"""The lines of the tables of a period: what was in hand, came in, and went out by every end."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final, NamedTuple

from api.views.thresholds import THRESHOLDS, Alarm
from domain.titles import Title
from projections.throughput.definitions.all_definitions import OF_A_PERIOD
from projections.throughput.definitions.punctuality import MEDIAN_TURNAROUND, ON_TIME
from projections.throughput.lines import Line
from projections.throughput.plain import MOVED_IN, MOVED_OUT

_MOVED: Final = "moved"


class Column(NamedTuple):
    """One count. ``sign`` says how it stands in the sum that makes what is in hand at the end."""

    code: str
    sign: str
    title: Title
    meaning: Title


def _column(code: str, sign: str, zh: str, en: str) -> Column:
    return Column(code, sign, Title(zh, en), OF_A_PERIOD[code].counts)


_ALL: Final = (
    _column("backlog_before", "", "期初在办", "At start"),
    _column("n_submitted", "+", "申请", "Submitted"),
    _column("n_reopened", "+", "重新办理", "Reopened"),
    Column(
        _MOVED,
        "+",
        Title("净转入", "Moved in, net"),
        Title(
            "转入量减转出量；负数为转出多于转入。",
            "Cases moved in less those moved out. Below zero, more were moved out.",
        ),
    ),
    _column("n_completed", "−", "办结", "Completed"),
    _column("n_refused", "−", "不予办理", "Refused"),
    _column("n_not_accepted", "−", "不予受理", "Not accepted"),
    _column("n_withdrawn", "−", "撤回", "Withdrawn"),
    _column("n_lapsed", "−", "逾期终止", "Lapsed"),
    _column("backlog", "=", "期末在办", "At end"),
)


class Row(NamedTuple):
    """One line: counts by the code of a column, the share decided in time, the median time.

    ``bar`` is a width from 0 to 100: what was submitted, beside the largest row. There is a
    median of one service only.
    """

    code: str
    title: str
    counts: Mapping[str, int]
    on_time: float | None
    median: timedelta | None
    bar: float = 0.0

    def value(self, column: str) -> float | None:
        """The value of a column by its code, for the order of the rows."""
        match column:
            case "on_time":
                return self.on_time
            case "median":
                return self.median.total_seconds() if self.median is not None else None
        return self.counts.get(column)

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was in hand, came in or went out."""
        return not any(self.counts.values())

    @property
    def tone(self) -> Alarm:
        """Whether what is decided in time is below its threshold."""
        return THRESHOLDS["on_time_rate"].tone(self.on_time)


def row(code: str, title: str, line: Line | None, *, of_one_service: bool = False) -> Row:
    """Makes a row. ``None`` gives one in which nothing happened."""
    line = line or Line({})
    moved = line.counts.get(MOVED_IN, 0) - line.counts.get(MOVED_OUT, 0)
    figures = {each.code: OF_A_PERIOD[each.code].of(line) for each in _ALL if each.code != _MOVED}
    return Row(
        code=code,
        title=title,
        counts={_MOVED: moved} | {name: n for name, n in figures.items() if isinstance(n, int)},
        on_time=ON_TIME.of(line),
        median=MEDIAN_TURNAROUND.exact(line) if of_one_service else None,
    )


def rows(
    titles: Mapping[str, str], lines: Mapping[tuple[Any, ...], Line], *, of_one_service: bool
) -> list[Row]:
    """Makes a row for each title, in their order, with the widths of its bars."""
    plain = [
        row(code, title, lines.get((code,)), of_one_service=of_one_service)
        for code, title in titles.items()
    ]
    most = max((each.counts["n_submitted"] for each in plain), default=0)
    return [each._replace(bar=width(each.counts["n_submitted"], most)) for each in plain]


def columns(*tables: list[Row]) -> list[Column]:
    """The columns that add up. What moved is left out where nothing did."""
    moved = any(each.counts[_MOVED] for table in tables for each in table)
    return [column for column in _ALL if moved or column.code != _MOVED]


def width(part: int, whole: int) -> float:
    return round(100 * min(part / whole, 1), 1) if whole else 0.0
