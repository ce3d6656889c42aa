"""Events at the desk of an office. These names and fields are stored for ever."""

from datetime import datetime
from uuid import UUID

from domain.enquiries.kind import EnquiryTopic
from domain.message import Event


class EnquiryDeskEvent(Event, frozen=True, kw_only=True):
    """Something that happened at the desk of the office."""

    office: str


class EnquiryShiftBegun(EnquiryDeskEvent, frozen=True, kw_only=True):
    """The handler answers questions until that instant, above all those of these topics."""

    handler: str
    until: datetime
    topics: tuple[EnquiryTopic, ...] = ()


class EnquiryShiftEnded(EnquiryDeskEvent, frozen=True, kw_only=True):
    """The handler answers no more."""

    handler: str


class EnquiryGiven(EnquiryDeskEvent, frozen=True, kw_only=True):
    """The question is in the handler's hands, who had the least to do of those on shift who know
    the topic. ``instead_of`` had it before.
    """

    enquiry: UUID
    topic: EnquiryTopic
    handler: str
    instead_of: str | None = None


class EnquiryQueued(EnquiryDeskEvent, frozen=True, kw_only=True):
    """Nobody is on shift, so the question waits for the first who comes."""

    enquiry: UUID
    topic: EnquiryTopic
    instead_of: str | None = None


class EnquiryTakenOff(EnquiryDeskEvent, frozen=True, kw_only=True):
    """It is no more in anybody's hands here."""

    enquiry: UUID
