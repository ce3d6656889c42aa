"""Why a claim cannot be had."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from domain.refusal import Conflict


@dataclass(kw_only=True)
class DuplicateOpenCase(Conflict):
    """A vehicle or licence has one open case per service: this one.

    Only whoever may see the case is told which it is.
    """

    names: ClassVar[str] = "case"

    case: UUID | None


@dataclass(kw_only=True)
class RecordMovedOn(Conflict):
    """Another case has changed the record since the register was asked about this one."""


@dataclass(kw_only=True)
class ItemNumberUsed(Conflict):
    """A postal item number is not used again within 24 months."""


@dataclass(kw_only=True)
class VehicleHasChosen(Conflict):
    """A new vehicle gets a number once by choosing online, and this one has got it."""
