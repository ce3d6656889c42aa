"""Why a command to a violation is not carried out."""

from dataclasses import dataclass
from uuid import UUID

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class DealtWithElsewhere(Conflict):
    """Another case deals with the violation."""

    case: UUID | None


@dataclass(kw_only=True)
class PointsOffTheScale(Invalid):
    """Violations have no such number of points."""

    scale: list[int]
