"""Rows as a file for a spreadsheet."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Final

_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: str) -> str:
    """The text of a cell, which no spreadsheet then takes for a formula."""
    return f"'{cell}" if cell.startswith(_RISKY) else cell


def csv_of(rows: Iterable[Sequence[str | int | float | None]]) -> bytes:
    """Begins with the mark by which Excel knows UTF-8 (RFC 4180 for the rest)."""
    written = StringIO(newline="")
    writer = csv.writer(written)
    for row in rows:
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return written.getvalue().encode("utf-8-sig")
