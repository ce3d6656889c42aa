"""The shape of a definition: what a figure counts, on which day, in which unit, and how."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.choice import Choice
from domain.titles import Title
from projections.throughput.definitions.making import Making, Share, Told
from projections.throughput.lines import Line

DAILY: Final = ("day", "region", "office", "service", "channel", "green")
STANDING: Final = ("region", "service")
"""The dimensions of what stands at one moment, which has no day."""
PLACES: Final = ("day", "region", "office")


class Unit(StrEnum):
    """What the number is a number of. An amount of money is in fen."""

    COUNT = "count"
    SHARE = "share"
    WORKING_HOURS = "working_hours"
    ELAPSED_HOURS = "elapsed_hours"
    SECONDS = "seconds"
    FEN = "fen"


class When(Choice):
    """On which day something counts."""

    RECORDED = "recorded", "记录当日", "On the day it was recorded"
    COHORT = "cohort", "同批事项起始之日", "On the day the cases of the group began"
    START_OF_DAY = "start_of_day", "当日0时", "At the beginning of the day"
    END_OF_DAY = "end_of_day", "当日24时", "At the end of the day"
    AT_PRESENT = "at_present", "查询之时", "At the moment of the question"


@dataclass(frozen=True, slots=True)
class Definition:
    """One figure. Without ``made`` nothing feeds it.

    ``of_one_service``: it is told of one service at a time. A record that changes by itself takes
    a second and a plate takes a week, so that their common median says nothing of either.
    """

    code: str
    title: Title
    counts: Title
    unit: Unit = Unit.COUNT
    when: When = When.RECORDED
    dimensions: tuple[str, ...] = DAILY
    made: Making | None = None
    of_one_service: bool = False

    def of(self, line: Line) -> Told:
        return self.made.of(line) if self.made else None

    def unknown(self, line: Line) -> int:
        """Of how many cases a rate does not know yet. It is open until there is none."""
        return self.made.unknown(line) if isinstance(self.made, Share) else 0

    @property
    def is_cohort(self) -> bool:
        """Whether it is a rate of those who began on one day, open until all have ended."""
        return isinstance(self.made, Share) and self.made.pending is not None

    @property
    def is_available(self) -> bool:
        return self.made is not None

    @property
    def is_of_a_period(self) -> bool:
        """Whether it is told of a period. The others are told of the present."""
        return self.when is not When.AT_PRESENT
