"""Why a seat cannot be had."""

from dataclasses import dataclass

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class SeatNotFree(Conflict):
    """Another case has it, or it is closed, or it is kept for those who wait."""

    number: int


@dataclass(kw_only=True)
class SeatAddressDiffers(Invalid):
    """The address names another seat than the body."""

    seat: str
