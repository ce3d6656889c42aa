"""What the throughput says of a day that is over."""

from collections import Counter, defaultdict
from datetime import date

from projections.throughput.contribution import contribution
from projections.throughput.measures import CHANGING
from projections.throughput.plain import HELD, SUBMITTED, plain
from projections.throughput.row import Counted


def what_happened(row: Counted | None) -> dict[date, Counter[tuple[object, ...]]]:
    """By day; each count under its office, service, channel, priority and measure."""
    found: dict[date, Counter[tuple[object, ...]]] = defaultdict(Counter)
    for (day, *key), value in contribution(row).items() if row else ():
        if key[-1] not in CHANGING:
            found[day][tuple(key)] += value
    return found


def came_and_stands(row: Counted) -> tuple[int, dict[str, int]]:
    """How often the case came in, and where it stands when what left is taken off what came."""
    sums: Counter[str] = Counter()
    for key, value in contribution(row).items():
        for name, sign in plain(key[-1]):
            sums[name] += sign * value
    return sums[SUBMITTED], {name: sums[name] for name in HELD.values() if sums[name]}
