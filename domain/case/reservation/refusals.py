"""Why a command of this chapter is not carried out."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.refusal import Conflict, Forbidden, Invalid


@dataclass(kw_only=True)
class BarredFromChoosing(Forbidden):
    """He let a reserved number lapse, so until then he chooses at a window."""

    until: date


@dataclass(kw_only=True)
class DrawnNumbersOnly(Conflict):
    """The number must be one of those that were drawn and are on offer still."""

    offered_until: datetime | None


@dataclass(kw_only=True)
class NumbersNotDrawn(Conflict):
    """In this session he composes his number, and none are drawn for him."""


@dataclass(kw_only=True)
class BatchesUsedUp(Conflict):
    """All batches of the session have been offered."""


@dataclass(kw_only=True)
class TriesUsedUp(Conflict):
    """All tries of the session are used up."""


@dataclass(kw_only=True)
class NumberNotWanted(Invalid):
    """The application names no number to choose, or no way of choosing."""


@dataclass(kw_only=True)
class BatchOutOfTurn(Conflict):
    """Another batch of the session has been offered meanwhile."""

    batch: int
