"""Why somebody cannot come to the desk."""

from dataclasses import dataclass

from domain.refusal import Forbidden, Invalid


@dataclass(kw_only=True)
class EnquiryDeskOfOthers(Forbidden):
    """The officer does not belong to the office."""

    office: str


@dataclass(kw_only=True)
class EnquiryDeskDiffers(Invalid):
    """The address names another office than the body."""

    office: str


@dataclass(kw_only=True)
class EnquiryShiftTooLong(Invalid):
    """A shift ends in the future, and within a day."""

    hours: int
