"""Why a draw is neither committed to nor revealed."""

from dataclasses import dataclass
from datetime import datetime

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class DrawDayOver(Conflict):
    """Nobody binds himself to the seed of a day that is over."""


@dataclass(kw_only=True)
class DrawNotOver(Conflict):
    """Numbers are still drawn from the seed, until this instant."""

    over_at: datetime


@dataclass(kw_only=True)
class SeedDoesNotMatch(Invalid):
    """It is not the seed to which the office has bound itself."""
