"""What one case adds to the figures (ADR 24).

What happened stays for ever where it was counted. What the case waits for, and what is still open
of those who began on a day, moves with the case.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import msgspec

from domain.case.case import CASE
from domain.case.stage import OPEN
from projections.engine.projection import Figures, Projection
from projections.throughput import measures
from projections.throughput.fold import fold
from projections.throughput.row import Counted, CountedAt
from projections.throughput.totals import Total, totals

_Key = tuple[date, str, str, str, bool, str]
_REMEMBERED: Final = 10_000


class Figure(msgspec.Struct, frozen=True):
    """The key of one figure."""

    day: date
    office: str
    service: str
    channel: str
    green: bool
    measure: str


def contribution(row: Counted) -> Figures:
    """Each key as often as it was counted. Working time is in seconds."""
    keys: list[_Key] = []
    for tally in row.tallies:
        keys += _keys(tally.at, row.service, row.channel, tally.measures)
    keys += _as_things_stand(row)
    figures: dict[tuple[Any, ...], int] = dict.fromkeys(keys, 1)
    if len(figures) < len(keys):
        figures = dict(Counter(keys))
    for tally in row.tallies:
        if tally.seconds:
            (key,) = _keys(tally.at, row.service, row.channel, (measures.HANDLE_SECONDS,))
            figures[key] = figures.get(key, 0) + tally.seconds
    return figures


@lru_cache(_REMEMBERED)
def _keys(at: CountedAt, service: str, channel: str, counted: tuple[str, ...]) -> tuple[_Key, ...]:
    """The keys, which are remembered, because most cases of a day are counted alike."""
    on, office, green = at.on, at.office, at.green
    return tuple([(on, office, service, channel, green, measure) for measure in counted])


def _as_things_stand(row: Counted) -> Iterator[_Key]:
    so_far, service, channel = row.so_far, row.service, row.channel
    for place, pending in (
        (so_far.submitted, measures.SUBMITTED_PENDING),
        (so_far.corrected, measures.CORRECTED_PENDING),
        (so_far.handed_over, measures.HANDED_OVER_PENDING),
        (so_far.returned, measures.RETURNED_PENDING),
        (so_far.reserved, measures.RESERVED_PENDING),
        (so_far.unnamed, measures.HANDLER_PENDING),
    ):
        if place:
            yield place.on, place.office, service, channel, place.green, pending
    if row.stage in OPEN:
        here = row.office, service, channel, row.green
        yield row.submitted_on, *here, measures.WAITING
        if so_far.holds:
            yield row.submitted_on, *here, measures.ON_HOLD
        elif so_far.due:
            yield so_far.due.on, *here, measures.DUE


THROUGHPUT: Final = Projection(
    name="throughput",
    of=(CASE,),
    tables=Path(__file__).with_name("schema.sql"),
    row=Counted,
    fold=fold,
    contribution=contribution,
    figure=Figure,
    totals=totals,
    total=Total,
)
