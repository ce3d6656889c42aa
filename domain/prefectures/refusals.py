"""Why a decision about windows is not taken."""

from dataclasses import dataclass
from datetime import date

from domain.refusal import Conflict, Forbidden, Invalid


@dataclass(kw_only=True)
class RegionUnknown(Invalid):
    """There is no such prefecture, or the command went to the stream of another."""

    region: str


@dataclass(kw_only=True)
class OtherPrefecture(Forbidden):
    """A prefecture decides for itself; only the headquarters decide for all."""

    region: str


@dataclass(kw_only=True)
class EffectiveInThePast(Invalid):
    """What was open on a past day is not decided afterwards."""

    earliest: date


@dataclass(kw_only=True)
class StepOutOfOrder(Conflict):
    """A class-two prefecture takes the four steps one after the other."""

    expected: str


@dataclass(kw_only=True)
class CountyOfficeUnknown(Invalid):
    office: str
