"""Throughput statistics (domain.md §8): counted by day, office, service, channel, green.

Every measure counts on the day it happened; ``open:STAGE`` counts on the day of
submission and follows the case until it is final.
"""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import msgspec

from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.stage import Stage
from projections.engine.projection import Figures, Projection
from projections.throughput.durations import bucket
from projections.throughput.row import Counted, fold


class Figure(msgspec.Struct, frozen=True):
    """The key of one figure; ``measure`` is a name, or ``NAME:BUCKET`` of a histogram."""

    day: date
    office: str
    service: str
    channel: str
    green: bool
    measure: str


_ENDED: Final = {
    Stage.COMPLETED: "completed",
    Stage.REFUSED: "refused",
    Stage.NOT_ACCEPTED: "not_accepted",
    Stage.WITHDRAWN: "withdrawn",
    Stage.LAPSED: "lapsed",
}


def contribution(row: Counted) -> Figures:
    """What one case adds; every key is counted once."""
    sums: dict[tuple[Any, ...], int] = {}
    for day, measure in _measures(row):
        key = (day, row.office, row.service, row.channel, row.green, measure)
        sums[key] = sums.get(key, 0) + 1
    return sums


def _measures(row: Counted) -> Iterator[tuple[date, str]]:
    submitted_on = local_day(row.submitted_at)
    yield submitted_on, "submitted"
    if ended := _ENDED.get(Stage(row.stage)):
        if row.ended_at:
            on = local_day(row.ended_at)
            yield on, ended
            if ended == "completed":
                yield on, f"turnaround:{bucket(row.ended_at - row.submitted_at)}"
    else:
        yield submitted_on, f"open:{row.stage}"
    if row.accepted_at:
        on = local_day(row.accepted_at)
        yield on, "accepted"
        if not row.accepted_late:
            yield on, "accepted_on_time"
    if row.decided_at:
        yield from _decision(row, row.decided_at)
    if row.corrected_on:
        yield row.corrected_on, "corrected"
        if row.corrections == 1:
            yield row.corrected_on, "corrected_once"
    yield from _fulfilment(row)


def _decision(row: Counted, decided_at: datetime) -> Iterator[tuple[date, str]]:
    on = local_day(decided_at)
    yield on, "decided"
    if not row.decided_late:
        yield on, "decided_on_time"
    if row.refused:
        yield on, "decided_against"
    if row.accepted_at:
        yield on, f"handle:{bucket(decided_at - row.accepted_at)}"


def _fulfilment(row: Counted) -> Iterator[tuple[date, str]]:
    if row.produced_at and row.decided_at:
        yield local_day(row.produced_at), f"production:{bucket(row.produced_at - row.decided_at)}"
    if row.handed_over_at:
        on = local_day(row.handed_over_at)
        yield on, "handed_over"
        if row.produced_at:
            yield on, f"handover:{bucket(row.handed_over_at - row.produced_at)}"
    if row.returned_on:
        yield row.returned_on, "returned"
        if row.posts > 1:
            yield row.returned_on, "reposted"
    if row.delivered_at:
        on = local_day(row.delivered_at)
        yield on, "delivered" if row.delivered_by_post else "picked_up"
        if row.delivered_by_post and row.handed_over_at:
            yield on, f"transit:{bucket(row.delivered_at - row.handed_over_at)}"
            if row.posts == 1:
                yield on, "delivered_first_post"


THROUGHPUT: Final = Projection(
    name="throughput",
    of=CASE,
    tables=Path(__file__).with_name("schema.sql"),
    row=Counted,
    fold=fold,
    contribution=contribution,
    figure=Figure,
)
