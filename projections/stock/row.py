"""The row of a book of blanks: its accounts, its last count, and how fast blanks are used."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.calendar import local_day
from domain.hidden import HIDDEN
from domain.stock import events
from domain.stock.stock import STOCK as BOOK
from projections.engine.log_reader import Read
from projections.engine.projection import Projection

LATELY: Final = timedelta(days=30)
"""So far back it is looked how fast blanks are used."""


class UsedOnDay(msgspec.Struct, frozen=True, gc=False):
    """So many blanks became documents on a day."""

    day: date
    blanks: int


class BookOfBlanksRow(msgspec.Struct, frozen=True, gc=False):
    """Blanks. ``received`` is what the accounts owe to the supplier, so it is what all the others
    together are, less ``unexplained``, which came from outside the books.

    ``short`` is what the books had more than the last count. Below 0, more were found.
    """

    stream: UUID
    office: str
    kind: str
    received: int = 0
    store: int = 0
    used: int = 0
    spoilt: int = 0
    missing: int = 0
    unexplained: int = 0
    counted_on: date | None = None
    short: int | None = None
    used_lately: Annotated[tuple[UsedOnDay, ...], HIDDEN] = ()

    @property
    def out_of_balance(self) -> int:
        """It is 0 in every book: what came in is what is somewhere."""
        there = self.store + self.used + self.spoilt + self.missing
        return self.received + self.unexplained - there

    def used_since(self, first: date) -> int:
        """How many were used from that day on, as far back as the row looks."""
        return sum(each.blanks for each in self.used_lately if each.day >= first)

    def lasts_days(self, today: date) -> int | None:
        """Calendar days until the store is empty if as many are used as in the last 30 days.

        None if none was used then.
        """
        used = self.used_since(today - LATELY)
        return None if not used else max(0, self.store) * LATELY.days // used


def fold(row: BookOfBlanksRow | None, history: Sequence[Read]) -> BookOfBlanksRow | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        event = recorded.envelope.event
        if not isinstance(event, events.StockEvent):
            continue
        before = row or BookOfBlanksRow(
            stream=recorded.stream, office=event.office, kind=event.kind
        )
        row = _after(before, event, local_day(recorded.envelope.at))
    return row


def _after(row: BookOfBlanksRow, event: events.StockEvent, day: date) -> BookOfBlanksRow:
    match event:
        case events.BlanksReceived():
            return replace(
                row, received=row.received + event.blanks, store=row.store + event.blanks
            )
        case events.BlankUsed():
            return replace(
                row,
                store=row.store - event.in_store,
                unexplained=row.unexplained + (not event.in_store),
                used=row.used + 1,
                used_lately=_used(row.used_lately, day),
            )
        case events.BlankSpoilt():
            return replace(row, store=row.store - 1, spoilt=row.spoilt + 1)
        case events.BlanksCounted():
            short = event.on_the_books - event.counted
            return replace(
                row,
                store=row.store - short,
                missing=row.missing + max(0, short),
                unexplained=row.unexplained + max(0, -short),
                counted_on=day,
                short=short,
            )
    return row


def _used(before: tuple[UsedOnDay, ...], day: date) -> tuple[UsedOnDay, ...]:
    """One more on that day. Days that nobody looks back to any more are left out."""
    last = max((each.day for each in before), default=day)
    kept = {each.day: each.blanks for each in before if each.day >= max(last, day) - LATELY}
    kept[day] = kept.get(day, 0) + 1
    return tuple(UsedOnDay(each, kept[each]) for each in sorted(kept))


STOCK: Final = Projection(
    name="stock",
    of=(BOOK,),
    tables=Path(__file__).with_name("schema.sql"),
    row=BookOfBlanksRow,
    fold=fold,
)
