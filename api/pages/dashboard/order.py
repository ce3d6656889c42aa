"""In which order the rows of a table stand: that of their codes, or by a column that was chosen."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, Protocol, TypeVar

_ASCENDING: Final = "-"


class Sortable(Protocol):
    """A row that knows the value of a column, or that it has none."""

    def value(self, column: str) -> float | None: ...


R = TypeVar("R", bound=Sortable)


class RowOrder(NamedTuple):
    """``column`` is none as long as nothing was chosen. The largest value comes first."""

    column: str | None = None
    ascending: bool = False

    def sorted(self, rows: Sequence[R]) -> list[R]:
        """The rows in this order; those without a value of the column come last."""
        if self.column is None:
            return list(rows)
        value = _of(self.column)
        known = [row for row in rows if value(row) is not None]
        known.sort(key=lambda row: value(row) or 0, reverse=not self.ascending)
        return [*known, *(row for row in rows if value(row) is None)]

    def aria(self, column: str) -> str | None:
        if column != self.column:
            return None
        return "ascending" if self.ascending else "descending"

    def next(self, column: str) -> str | None:
        """What the head of a column leads to: the largest first, the smallest, the codes again."""
        if column != self.column:
            return column
        return None if self.ascending else f"{_ASCENDING}{column}"


def order(text: str | None) -> RowOrder:
    """The order by its text, such as ``late`` or ``-late``."""
    if not text:
        return RowOrder()
    return RowOrder(text.removeprefix(_ASCENDING), text.startswith(_ASCENDING))


def _of(column: str) -> Callable[[Sortable], float | None]:
    return lambda row: row.value(column)
