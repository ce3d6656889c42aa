"""Commands to the desk of an office. Officers come and go; the questions come by themselves."""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

import msgspec

from domain.enquiries.kind import EnquiryTopic
from domain.message import Command
from domain.plausible import SKEW, FromNow
from domain.spelling import OfficeId


class EnquiryDeskCommand(Command, frozen=True, kw_only=True):
    """A request to the desk at which an office answers questions."""


class BeginEnquiryShift(EnquiryDeskCommand, frozen=True, kw_only=True):
    """Answer questions for the office until an instant, above all those of these topics."""

    office: OfficeId
    until: Annotated[datetime, msgspec.Meta(tz=True), FromNow(SKEW, timedelta(days=1))]
    topics: Annotated[tuple[EnquiryTopic, ...], msgspec.Meta(max_length=10)] = ()


class EndEnquiryShift(EnquiryDeskCommand, frozen=True, kw_only=True):
    """Answer no more from now on. What is in one's hands stays there."""


class GiveEnquiry(EnquiryDeskCommand, frozen=True, kw_only=True):
    """Give a question to one of those on shift, first to ``known``, who has answered before.

    ``anew``: whoever has it now has passed it on, and does not get it back if another is there.
    """

    office: str
    enquiry: UUID
    topic: EnquiryTopic
    known: str | None = None
    anew: bool = False


class TakeEnquiryOff(EnquiryDeskCommand, frozen=True, kw_only=True):
    """Note that nothing is to be done about it any more, or that another office does it."""

    enquiry: UUID
