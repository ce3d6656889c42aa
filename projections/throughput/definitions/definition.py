"""The shape of a definition: what a figure counts, on which day, in which unit."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.choice import Choice
from domain.titles import Title

DAILY: Final = ("day", "region", "office", "service", "channel", "green")
STANDING: Final = ("region", "office", "service", "channel", "green")
"""The dimensions of what stands at one moment, which has no day."""
PLACES: Final = ("day", "region", "office")


class Unit(StrEnum):
    """What the number is a number of. An amount of money is in fen."""

    COUNT = "count"
    SHARE = "share"
    WORKING_HOURS = "working_hours"
    ELAPSED_HOURS = "elapsed_hours"
    FEN = "fen"


class When(Choice):
    """On which day something counts."""

    RECORDED = "recorded", "记录当日", "On the day it was recorded"
    COHORT = "cohort", "同批事项起始之日", "On the day the cases of the group began"
    END_OF_DAY = "end_of_day", "当日24时", "At the end of the day"
    AT_PRESENT = "at_present", "查询之时", "At the moment of the question"


@dataclass(frozen=True, slots=True)
class Definition:
    """One figure. ``measures`` are the names, or their part before the colon, it is made of."""

    code: str
    title: Title
    counts: Title
    unit: Unit = Unit.COUNT
    when: When = When.RECORDED
    dimensions: tuple[str, ...] = DAILY
    measures: tuple[str, ...] = ()

    @property
    def is_cohort(self) -> bool:
        """Whether it is a rate of those who began on one day, open until all have ended."""
        return self.when is When.COHORT

    @property
    def is_available(self) -> bool:
        """Whether anything feeds it: without measures nothing does."""
        return bool(self.measures)
