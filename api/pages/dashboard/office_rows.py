"""The lines of the offices of a city, or of the services of one office: what is in hand now."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from domain.titles import Title
from projections.caseload.listed import OfficeCount


class OfficeRow(NamedTuple):
    """One line, with a count for each of ``COLUMNS``. ``code`` is of the office or the service."""

    code: str
    title: str
    counts: tuple[int, ...] = (0, 0, 0, 0, 0)

    def value(self, column: str) -> float | None:
        """The value of a column by its code, for the order of the rows."""
        return dict(self.cells).get(column)

    @property
    def cells(self) -> list[tuple[str, int]]:
        """The counts with the codes of what they count."""
        return list(zip(COLUMNS, self.counts, strict=True))


COLUMNS: Final[Mapping[str, Title]] = {
    "all": Title("在办", "In hand"),
    "late": Title("逾期", "Late"),
    "today": Title("今日到期", "Due today"),
    "near": Title("临期", "Near due"),
    "held": Title("暂停计时", "On hold"),
}
"""By the codes of the concerns that they count."""


def rows_of(
    counts: Iterable[OfficeCount], titles: Mapping[str, str], *, by_service: bool
) -> list[OfficeRow]:
    """A row for each title in their order, by office or by service."""
    rows = {code: OfficeRow(code, title) for code, title in titles.items()}
    for each in counts:
        code = each.service if by_service else each.office
        if code in rows:
            rows[code] = _added(rows[code], each)
    return list(rows.values())


def total(rows: Iterable[OfficeRow], title: str) -> OfficeRow:
    return OfficeRow("", title, _sums(row.counts for row in rows))


def _added(row: OfficeRow, each: OfficeCount) -> OfficeRow:
    counts = (each.cases, each.late, each.today, each.soon, each.held)
    return row._replace(counts=_sums((row.counts, counts)))


def _sums(rows: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(map(sum, zip((0, 0, 0, 0, 0), *rows, strict=True)))
