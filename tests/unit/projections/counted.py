"""What a row of the throughput counts, under the names that a reader knows."""

from collections import Counter
from datetime import date

from projections.throughput.contribution import contribution
from projections.throughput.measures import (
    CHANGING,
)
from projections.throughput.plain import HELD, IN_HAND, plain
from projections.throughput.row import Counted

_NO_DEEDS = {*CHANGING, *HELD.values(), IN_HAND, "handle_seconds"}


def sums(row: Counted) -> Counter[tuple[date, str]]:
    """The figures by day and plain name."""
    found: Counter[tuple[date, str]] = Counter()
    for (day, *_, measure), value in contribution(row).items():
        for name, sign in plain(measure):
            found[day, name] += sign * value
    return Counter({key: value for key, value in found.items() if value})


def measured(row: Counted) -> dict[str, date]:
    """What happened, with its day; durations and what is in hand are left out."""
    return {name: day for day, name in sums(row) if name[-1].isalpha() and name not in _NO_DEEDS}


def buckets(row: Counted) -> set[str]:
    return {key[-1].split(":")[0] for key in contribution(row) if key[-1][-1].isdigit()}
