"""What a read model is: a row, a pure fold, a pure contribution to figures (ADR 23)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from domain.aggregate import Aggregate
from domain.codec import Codec
from projections.engine.log_reader import Read

Row = TypeVar("Row", bound=msgspec.Struct)
Figures = Mapping[tuple[Any, ...], int]
"""What one row adds to the figures: a count by key columns."""


def no_figures(row: Any) -> Figures:
    """The contribution in a read model that counts nothing."""
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection(Generic[Row]):
    """One read model: a table of its name, with a row for each stream.

    A ``partial`` one has a row only for streams in which something happened that concerns it.

    ``tables`` is the file that declares its tables. When the file changes, they are made again
    and everything is folded again.

    It is made of the streams of the kinds ``of``. It is given no others.
    The first field of ``row`` is ``stream``, and its fields are the table's columns in order.
    ``fold`` takes events of one stream in their order, however many at once. Two runs, one
    after the other, give what both together give. It returns the same object for events that
    change nothing.
    ``figure`` names the key columns of the table ``NAME_figures``, whose values are
    at every moment the sum of ``contribution`` over all rows. ``total`` names those of
    ``NAME_totals``, whose values are ``totals`` of these figures: ``totals`` of two sums
    together is the sum of ``totals`` of each.
    """

    name: str
    of: tuple[Aggregate[Any], ...]
    tables: Path
    row: type[Row]
    fold: Callable[[Row | None, Sequence[Read]], Row | None]
    partial: bool = False
    contribution: Callable[[Row], Figures] = no_figures
    figure: type[msgspec.Struct] | None = None
    totals: Callable[[Figures], Figures] = no_figures
    total: type[msgspec.Struct] | None = None

    @property
    def counts(self) -> Mapping[str, type[msgspec.Struct]]:
        """The tables of figures and totals, with their key columns."""
        tables = {f"{self.name}_figures": self.figure, f"{self.name}_totals": self.total}
        return {table: key for table, key in tables.items() if key}


OverAll = Callable[[Codec], Projection[Any]]
"""Makes a read model over kinds of streams that it finds among those of a codec."""
