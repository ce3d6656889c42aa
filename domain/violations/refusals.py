"""Why a command to a violation is not carried out."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class DealtWithElsewhere(Conflict):
    """Another case deals with the violation. Only whoever may see it is told which."""

    names: ClassVar[str] = "case"

    case: UUID | None


@dataclass(kw_only=True)
class PointsOffTheScale(Invalid):
    """Violations have no such number of points."""

    scale: list[int]
