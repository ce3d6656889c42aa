"""The figures of the reopening as things stand: of windows, of the cases they hold, of reliefs."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from domain.event_store.transaction import Connection
from domain.prefectures.state import Prefecture
from domain.prefectures.summary import RegionSummary, summary
from projections.caseload.window_holds import DecisionHolds, window_holds
from projections.throughput.definitions import windows as counted
from projections.throughput.lines import Line
from projections.timers.reliefs import MovedByClock, kept_from_cancellation, moved_by_clock
from projections.windows.row import prefectures

NEVER_SUSPENDED: Final = "none"
"""Stands for a step where nothing was ever suspended."""
_REMEMBERED: Final = 256


async def summaries(connection: Connection, day: date) -> Mapping[str, RegionSummary]:
    """How far each region has come on a day."""
    found = await prefectures(connection)
    return {region: _summary(state, region, day) for region, state in found.items()}


@lru_cache(_REMEMBERED)
def _summary(state: Prefecture, region: str, day: date) -> RegionSummary:
    """Remembered, because it follows from the decisions and the day alone."""
    return summary(state, region, day)


async def window_line(connection: Connection, day: date) -> Line:
    """The counts of which the figures of windows are made."""
    return counts(
        (await summaries(connection, day)).values(),
        await window_holds(connection),
        await moved_by_clock(connection),
        await kept_from_cancellation(connection),
    )


def counts(
    regions: Iterable[RegionSummary],
    holds: Iterable[DecisionHolds],
    moved: Iterable[MovedByClock],
    kept: int,
) -> Line:
    line = Line({})
    for region in regions:
        line.add(f"{counted.AT_STEP}:{region.step or NEVER_SUSPENDED}", 1)
        for kind, offices in region.offices.items():
            line.add(f"{counted.OPEN}:{kind}", offices.open)
            line.add(f"{counted.OFFICES}:{kind}", offices.all)
    for each in holds:
        line.add(counted.HELD, each.held)
        line.add(counted.RELEASED, each.released)
    for clock in moved:
        line.add(f"{counted.MOVED}:{clock.clock}", clock.moved)
    line.add(counted.KEPT, kept)
    return line
