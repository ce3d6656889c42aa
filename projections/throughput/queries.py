"""The throughput figures, read: sums by any of their dimensions, rates and durations."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final, LiteralString

from domain.event_store.transaction import Connection
from domain.offices.tree import OFFICES
from projections.throughput.durations import quantile

DIMENSIONS: Final = ("day", "region", "office", "service", "channel", "green")
HISTOGRAMS: Final = ("handle", "production", "handover", "transit", "turnaround")

_SUMS: Final[LiteralString] = """
SELECT day, office, service, channel, green, measure, value
FROM projections.throughput_figures
WHERE day BETWEEN %(first)s AND %(last)s AND value <> 0
  AND (%(services)s::text[] IS NULL OR service = ANY(%(services)s))"""
_LATE: Final[LiteralString] = """
SELECT office, service, count(*) FROM projections.caseload
WHERE open AND due_on < %s GROUP BY office, service"""


@dataclass(slots=True)
class Line:
    """One group: its key by dimension, counts by measure, histograms by name."""

    key: dict[str, Any]
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    histograms: dict[str, dict[int, int]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(int))
    )
    late: int = 0

    @property
    def open(self) -> int:
        """Cases in hand, whatever their stage."""
        return sum(n for measure, n in self.counts.items() if measure.startswith("open:"))

    @property
    def stages(self) -> dict[str, int]:
        """Cases in hand by stage."""
        prefix = "open:"
        return {m[len(prefix) :]: n for m, n in self.counts.items() if m.startswith(prefix)}

    def share(self, part: str, whole: str) -> float | None:
        """``part`` of ``whole``, None when there is nothing to take a part of."""
        return self.counts[part] / self.counts[whole] if self.counts.get(whole) else None

    def duration(self, name: str, q: float) -> timedelta | None:
        """A quantile of one of ``HISTOGRAMS``."""
        return quantile(self.histograms.get(name, {}), q)


RATES: Final[Mapping[str, tuple[str, str]]] = {
    "accept_on_time": ("accepted_on_time", "accepted"),
    "on_time_rate": ("decided_on_time", "decided"),
    "correction_rate": ("corrected", "submitted"),
    "one_notice_rate": ("corrected_once", "corrected"),
    "refusal_rate": ("decided_against", "decided"),
    "delivery_rate": ("delivered_first_post", "handed_over"),
    "return_rate": ("returned", "handed_over"),
    "repost_rate": ("reposted", "returned"),
}
"""domain.md §8: each rate as a part and its whole."""


async def throughput(
    connection: Connection,
    first: date,
    last: date,
    by: Sequence[str] = (),
    *,
    services: Collection[str] | None = None,
    offices: Collection[str] | None = None,
    late_on: date | None = None,
) -> list[Line]:
    """Sums from ``first`` to ``last``, both included, grouped by some of ``DIMENSIONS``.

    ``late_on`` also counts the cases in hand that were due before that day; they have
    no day or channel of their own, so it goes with ``region``, ``office``, ``service``.
    """
    lines: dict[tuple[Any, ...], Line] = {}
    cursor = await connection.execute(
        _SUMS, {"first": first, "last": last, "services": list(services) if services else None}
    )
    for day, office, service, channel, green, measure, value in await cursor.fetchall():
        if offices is not None and office not in offices:
            continue
        place = {
            "day": day,
            "region": OFFICES[office].region_code,
            "office": office,
            "service": service,
            "channel": channel,
            "green": green,
        }
        line = _line(lines, place, by)
        name, _, bucket = measure.partition(":")
        if name in HISTOGRAMS:
            line.histograms[name][int(bucket)] += value
        else:
            line.counts[measure] += value
    if late_on is not None:
        cursor = await connection.execute(_LATE, (late_on,))
        for office, service, count in await cursor.fetchall():
            if (services and service not in services) or (offices and office not in offices):
                continue
            region = OFFICES[office].region_code
            place = {"region": region, "office": office, "service": service}
            _line(lines, place, by).late += count
    return [lines[key] for key in sorted(lines, key=lambda key: [str(part) for part in key])]


def _line(lines: dict[tuple[Any, ...], Line], place: Mapping[str, Any], by: Sequence[str]) -> Line:
    key = tuple(place.get(dimension) for dimension in by)
    if key not in lines:
        lines[key] = Line(dict(zip(by, key, strict=True)))
    return lines[key]
