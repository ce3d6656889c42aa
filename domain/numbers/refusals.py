"""Why a plate number cannot be had."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.refusal import Conflict


@dataclass(kw_only=True)
class PlateNumberTaken(Conflict):
    """Another vehicle has the number, or somebody has reserved it."""


@dataclass(kw_only=True)
class PlateNumberOnOffer(Conflict):
    """The number was drawn for somebody else, who may choose it until ``free_after``."""

    free_after: datetime


@dataclass(kw_only=True)
class PlateNumberKept(Conflict):
    """The number is kept for the owner of the vehicle that has borne it."""

    free_on: date


@dataclass(kw_only=True)
class PlateNumberReservedForAnother(Conflict):
    """The number is reserved for this vehicle, and for another owner than the one who came."""


@dataclass(kw_only=True)
class PlateNumberAboutToBeIssued(Conflict):
    """A window is about to issue the number, so its reservation does not end now."""
