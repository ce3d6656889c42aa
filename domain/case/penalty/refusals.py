"""Why a command of this chapter is not carried out."""

from dataclasses import dataclass
from datetime import date

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class StatementUnanswered(Conflict):
    """Nothing is decided before the driver has accepted the facts or was heard."""


@dataclass(kw_only=True)
class ReceivedBeforeDecided(Invalid):
    """Nobody received a decision before it was made."""

    decided_on: date | None


@dataclass(kw_only=True)
class ServedOnPaper(Invalid):
    """Without the driver's consent no decision is served electronically."""


@dataclass(kw_only=True)
class NoNumberFree(Conflict):
    """Each number that was drawn is that of another decision."""
