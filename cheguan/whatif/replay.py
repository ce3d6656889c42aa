"""Goes through the store once, and counts every city in both worlds.

Everything is in memory: of a stream its history, of a city ten numbers (ADR 64).
"""

from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cheguan.whatif import stored
from cheguan.whatif.case_replay import ToldCase, would_be
from cheguan.whatif.figures import Compared, Counts, counts_of
from cheguan.whatif.register_replay import on_record, passed
from cheguan.whatif.world import World
from domain.aggregate import Aggregate
from domain.case.case import CASE
from domain.case.intake.events import CaseSubmitted
from domain.codec import Codec
from domain.event_store.transaction import Connection
from domain.offices.tree import REGIONS
from domain.recorded_event import RecordedEvent
from projections.throughput.totals import region_of

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Comparison:
    """All cities by their codes, up to an instant. ``unread`` streams were left out."""

    until: datetime
    cities: dict[str, Compared] = field(
        default_factory=lambda: {code: Compared() for code in sorted(REGIONS)}
    )
    streams: int = 0
    unread: int = 0

    def add(self, office: str, was: Counts, would_be: Counts) -> None:
        """What lies with an office that no city has counts for nobody."""
        if city := self.cities.get(region_of(office)):
            city.add(was, would_be)


async def compare(
    connection: Connection,
    codec: Codec,
    was: World,
    would: World,
    until: datetime,
    progress: Progress = lambda done, of: None,
) -> Comparison:
    """Counts what was and what would have been up to ``until``. Reads, and writes nothing."""
    found, of, done = Comparison(until), await stored.how_many(connection, codec), 0
    async with aclosing(stored.histories(connection, codec)) as histories:
        async for history in histories:
            found.streams += 1
            if history is None:
                found.unread += 1
                continue
            done += len(history)
            progress(done, of)
            if told := [each for each in history if each.at <= until]:
                _count(found, codec.of[type(told[0].event)], told, was, would)
    return found


def _count(
    found: Comparison,
    of: Aggregate[Any],
    history: Sequence[RecordedEvent],
    was: World,
    would: World,
) -> None:
    until = found.until
    if of is not CASE:
        record = on_record(of, history, would, until)
        lies = record.was.record.office
        found.add(lies, Counts(passed=passed(record.was)), Counts(passed=passed(record.would_be)))
        return
    as_it_was = counts_of(ToldCase(history), until)
    told = would_be(history, was, would, until)
    as_it_would_be = as_it_was if told.history is history else counts_of(told, until)
    found.add(_office(history), as_it_was, as_it_would_be)


def _office(history: Sequence[RecordedEvent]) -> str:
    """That of the application. A case counts for the city in which it was applied for."""
    events = (each.event for each in history)
    return next((each.office for each in events if isinstance(each, CaseSubmitted)), "")
