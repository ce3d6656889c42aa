"""Why a relief is not announced or ended."""

from dataclasses import dataclass
from datetime import date

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class ClockNotRelievable(Invalid):
    """``clocks`` are those out of the reach of a relief, and ``choices`` those within it."""

    clocks: list[str]
    choices: list[str]


@dataclass(kw_only=True)
class ReliefRegionUnknown(Invalid):
    """``choices`` are the prefectures of the province."""

    regions: list[str]
    choices: list[str]


@dataclass(kw_only=True)
class ReliefIncomplete(Invalid):
    """``pointer`` is the field that does not fit the mode, or the first day."""

    pointer: str


@dataclass(kw_only=True)
class ReliefUnknown(Invalid):
    """``choices`` are the reliefs that stand, and for an end those that are open."""

    relief: str
    choices: list[str]


@dataclass(kw_only=True)
class ReliefEndsInThePast(Invalid):
    """Nobody decides afterwards that days were counted on which people relied on a relief."""

    earliest: date


@dataclass(kw_only=True)
class ReliefsOfAnotherProvince(Conflict):
    """All reliefs of the province stand in one stream, which is named by its code."""

    province: str
