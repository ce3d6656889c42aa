"""What the throughput says of a day that is over."""

from collections import Counter, defaultdict
from datetime import date

from projections.throughput.contribution import contribution
from projections.throughput.measures import CHANGING
from projections.throughput.row import Counted


def what_happened(row: Counted | None) -> dict[date, Counter[tuple[object, ...]]]:
    """By day; each count under its office, service, channel, priority and measure."""
    found: dict[date, Counter[tuple[object, ...]]] = defaultdict(Counter)
    for (day, *key), value in contribution(row).items() if row else ():
        if key[-1] not in CHANGING:
            found[day][tuple(key)] += value
    return found
