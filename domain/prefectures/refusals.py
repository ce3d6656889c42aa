"""Why a decision about windows is not taken."""

from dataclasses import dataclass
from datetime import date

from domain.refusal import Conflict, Forbidden, Invalid


@dataclass(kw_only=True)
class RegionUnknown(Invalid):
    """There is no such prefecture, or the command went to the stream of another one."""

    region: str


@dataclass(kw_only=True)
class OtherPrefecture(Forbidden):
    """A prefecture decides for itself. Only the headquarters decide for all."""

    region: str


@dataclass(kw_only=True)
class EffectiveInThePast(Invalid):
    """Nobody decides afterwards what was open on a past day."""

    earliest: date


@dataclass(kw_only=True)
class StepOutOfOrder(Conflict):
    """A class-two prefecture takes the four steps one after the other."""

    expected: str


@dataclass(kw_only=True)
class CountyOfficeUnknown(Invalid):
    """``choices`` are the county offices of the prefecture."""

    office: str
    choices: list[str]
