"""What is counted of a city: what was handled, held and late, and what of it would have been."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, NamedTuple

from cheguan.whatif.case_replay import ToldCase
from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.rest import OF_THE_CITIZEN, rests
from domain.case.stage import FINAL, Stage
from domain.recorded_event import RecordedEvent
from projections.caseload.window_holds import held_by, released_by
from projections.throughput import measures
from projections.throughput.fold import fold
from projections.throughput.row import Counted

_LATE: Final = frozenset({measures.ACCEPTED_LATE, measures.DECIDED_LATE})


class Counts(NamedTuple):
    """Whole numbers of one city, in one world.

    ``handled`` cases are completed. ``held`` cases waited for a window that a decision kept
    closed, for so many ``held_days`` together. ``late`` cases were accepted or decided after the
    last day for it, or are overdue, or have lapsed because the applicant let his day pass.
    ``passed`` are the deadlines of the register that were over, and that no relief has moved.
    """

    handled: int = 0
    held: int = 0
    held_days: int = 0
    late: int = 0
    passed: int = 0

    def plus(self, other: "Counts") -> "Counts":
        return Counts(*(one + more for one, more in zip(self, other, strict=True)))


NONE: Final = Counts()


@dataclass(slots=True)
class Compared:
    """A city in both worlds."""

    was: Counts = NONE
    would_be: Counts = NONE

    def add(self, was: Counts, would_be: Counts) -> None:
        self.was, self.would_be = self.was.plus(was), self.would_be.plus(would_be)


def counts_of(told: ToldCase, until: datetime) -> Counts:
    """What a case adds at the end of an instant."""
    if told.waits_since is not None:
        return Counts(held=1, held_days=_days(told.waits_since, until))
    row = fold(None, told.history)
    if row is None:
        return NONE
    held, days = _held(told.history, until)
    return Counts(
        handled=int(row.stage == Stage.COMPLETED),
        held=int(held),
        held_days=days,
        late=int(_is_late(row, local_day(until))),
    )


def _held(history: Sequence[RecordedEvent], until: datetime) -> tuple[bool, int]:
    """Whether a closed window has held it, and on how many days. A case that has ended is free."""
    bases, since, days, ever, stage = set[str](), until, 0, False, Stage.NEW
    for recorded in history:
        event = recorded.event
        before, stage = bool(bases), CASE.stage_after(stage, event)
        if by := held_by(event):
            bases.add(by)
        elif by := released_by(event):
            bases.discard(by)
        if stage in FINAL:
            bases.clear()
        if bases and not before:
            since, ever = recorded.at, True
        elif before and not bases:
            days += _days(since, recorded.at)
    return ever, days + (_days(since, until) if bases else 0)


def _days(since: datetime, until: datetime) -> int:
    return (local_day(until) - local_day(since)).days


def _is_late(row: Counted, today: date) -> bool:
    if row.stage == Stage.LAPSED or any(
        not _LATE.isdisjoint(tally.measures) for tally in row.tallies
    ):
        return True
    return row.stage not in FINAL and _is_overdue(row, today)


def _is_overdue(row: Counted, today: date) -> bool:
    """Whether the office has let a day pass. Whoever is called to a window is accepted there."""
    so_far = row.so_far
    if row.stage == Stage.ON_SITE_REQUIRED and so_far.accept_by:
        return so_far.accept_by < (so_far.accept_rests_from or today)
    due = so_far.due
    waits = (
        due is not None and due.clock not in OF_THE_CITIZEN and not rests(due.clock, so_far.holds)
    )
    return waits and due is not None and due.on < today
