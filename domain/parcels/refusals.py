"""Why a command to a parcel is not carried out."""

from dataclasses import dataclass

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class PlaceUnknown(Invalid):
    """The code is of no prefecture and no county of the province."""

    pointer: str


@dataclass(kw_only=True)
class ScanIncomplete(Invalid):
    """A failed delivery has a reason, a delivery a signatory, and nothing else has one."""

    pointer: str


@dataclass(kw_only=True)
class ScanDiffers(Conflict):
    """Under this id the carrier has told something else before."""

    scan: str


@dataclass(kw_only=True)
class EnclosedOtherwise(Conflict):
    """The parcel lies in its envelope under another number."""


@dataclass(kw_only=True)
class IrregularityNotOpen(Conflict):
    """Nothing of the kind is open."""
