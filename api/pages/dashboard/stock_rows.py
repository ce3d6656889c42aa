"""The lines of the tables of the present: what is in hand, what of it is late, and how old."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from api.pages.dashboard.figure_rows import width
from projections.throughput.ages import AGES
from projections.throughput.lines import Line
from projections.throughput.measures import DUE, WAITING


class StockRow(NamedTuple):
    """One line. ``ages`` are the cases of each span of working days since the submission.

    ``bar`` and ``late_bar`` are widths from 0 to 100: what is in hand beside the largest row,
    and what is late of it.
    """

    code: str
    title: str
    in_hand: int
    late: int
    ages: list[int]
    bar: float = 0.0
    late_bar: float = 0.0

    def value(self, column: str) -> float | None:
        """The value of a column by its code, for the order of the rows."""
        of_ages = dict(zip((f"age:{age}" for age in AGES), self.ages, strict=True))
        return {"in_hand": self.in_hand, "late": self.late, **of_ages}.get(column)


def stock_row(code: str, title: str, line: Line | None) -> StockRow:
    """Makes a row. ``None`` gives one in which nothing is in hand."""
    line = line or Line({})
    ages, late = line.by_kind(WAITING), line.counts.get(DUE, 0)
    return StockRow(
        code=code,
        title=title,
        in_hand=line.in_hand,
        late=late,
        ages=[ages.get(age, 0) for age in AGES],
        late_bar=width(late, line.in_hand),
    )


def stock_rows(titles: Mapping[str, str], lines: Mapping[tuple[Any, ...], Line]) -> list[StockRow]:
    """Makes a row for each title, in their order, with the widths of its bars."""
    plain = [stock_row(code, title, lines.get((code,))) for code, title in titles.items()]
    most = max((each.in_hand for each in plain), default=0)
    return [each._replace(bar=width(each.in_hand, most)) for each in plain]
