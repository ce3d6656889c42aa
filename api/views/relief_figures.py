"""What the reliefs have moved, in figures that add up."""

from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec import Meta

from api.views.statistics import BothLanguages
from domain.clocks.clock import Clock
from projections.engine.standing import Standing as Stands
from projections.timers.reliefs import MovedByClock

Count = Annotated[int, Meta(ge=0)]


class MovedDeadlines(msgspec.Struct, frozen=True):
    """So many deadlines of a clock were ``moved``. Of them ``held_open`` have no day yet, because
    the relief has no end, and ``dated`` have one.
    """

    clock: Clock
    title: BothLanguages
    moved: Count
    held_open: Count
    dated: Count


class StatisticsOfReliefs(msgspec.Struct, frozen=True):
    """``moved``, ``held_open`` and ``dated`` are the sums over all ``clocks``.

    ``kept_from_cancellation`` are the licences that would be on the list for cancellation but for
    a relief. ``cases_extended`` are the cases in which a relief has moved what the applicant had
    to do, also those that have ended. ``behind`` are the events that are not counted yet.
    """

    position: Count
    behind: Count
    moved: Count
    held_open: Count
    dated: Count
    kept_from_cancellation: Count
    cases_extended: Count
    clocks: list[MovedDeadlines]


def of_reliefs(
    clocks: Iterable[MovedByClock], kept: int, cases: int, stands: Stands
) -> StatisticsOfReliefs:
    lines = [_line(*each) for each in clocks]
    return StatisticsOfReliefs(
        position=stands.position,
        behind=stands.behind,
        moved=sum(line.moved for line in lines),
        held_open=sum(line.held_open for line in lines),
        dated=sum(line.dated for line in lines),
        kept_from_cancellation=kept,
        cases_extended=cases,
        clocks=lines,
    )


def _line(code: str, moved: int, held_open: int) -> MovedDeadlines:
    clock = Clock(code)
    title = BothLanguages(clock.zh, clock.en)
    return MovedDeadlines(clock, title, moved, held_open, moved - held_open)
