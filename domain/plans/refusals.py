"""Why a plan is not made or changed."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.refusal import Conflict, Forbidden, Invalid


@dataclass(kw_only=True)
class PlaceUnfit(Invalid):
    """There is no such place, or people do not come there for this. ``choices`` are those that do,
    as far as the officer's own office reaches."""

    place: str
    choices: list[str]


@dataclass(kw_only=True)
class PlaceOfOthers(Forbidden):
    place: str


@dataclass(kw_only=True)
class PlanAddressDiffers(Invalid):
    """The address names another plan than the body."""

    plan: str


@dataclass(kw_only=True)
class PlanStands(Conflict):
    """Something else was published for the day already. More seats are announced beside it."""

    plan: str


@dataclass(kw_only=True)
class PlanDayOver(Invalid):
    earliest: date


@dataclass(kw_only=True)
class ReleaseTooLate(Invalid):
    """Seats are given before the day begins on which people come."""

    latest: datetime


@dataclass(kw_only=True)
class PeriodUnknown(Invalid):
    """Nobody can choose such a period. ``choices`` are those that the forms know."""

    period: str
    choices: list[str]


@dataclass(kw_only=True)
class TooManySeats(Invalid):
    """A period would have more seats than a booking can look at. So many are ``left``."""

    period: str
    left: int
