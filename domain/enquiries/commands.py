"""Commands to an enquiry. Free text is sealed before a decision sees it."""

from typing import Annotated, Final
from uuid import UUID

import msgspec

from domain.accesses.kind import RevealPurpose
from domain.enquiries.kind import (
    CallBackResult,
    EnquiryChannel,
    EnquiryOutcome,
    EnquiryTopic,
    PassingOn,
    Satisfaction,
)
from domain.free_text import FREE_TEXT
from domain.message import Command
from domain.named_person import PERSON
from domain.spelling import AS_SEEN, OfficeId

Said = Annotated[str, msgspec.Meta(min_length=1, max_length=2000), AS_SEEN, FREE_TEXT]
"""What was asked or answered, as it was written down."""
_PERSONAL_NUMBER: Final = r"(.*[^0-9])?([0-9]{17}[0-9Xx]|(86)?1[3-9][0-9]{9})([^0-9].*)?"
HandlerName = Annotated[
    str,
    msgspec.Meta(
        max_length=321,
        pattern=rf"^(?!{_PERSONAL_NUMBER}$)[A-Za-z0-9._-]{{1,64}}(@[!-~]{{1,256}})?$",
    ),
    PERSON,
]
"""The ``person`` of an officer. No number of a person is one."""


class EnquiryCommand(Command, frozen=True, kw_only=True):
    """A request about an enquiry."""


class ReceiveEnquiry(EnquiryCommand, frozen=True, kw_only=True):
    """Take a question down. Who asks and what he asks is sealed already, under ``key_id``."""

    office: str
    channel: EnquiryChannel
    topic: EnquiryTopic
    key_id: UUID
    sealed: dict[str, str]
    case: UUID | None = None


class AssignEnquiry(EnquiryCommand, frozen=True, kw_only=True):
    """Name its handler, as the desk of the office has chosen him.

    Nothing happens if another than ``instead_of`` has it meanwhile.
    """

    handler: str
    instead_of: str | None = None


class TakeEnquiry(EnquiryCommand, frozen=True, kw_only=True):
    """Become its handler."""


class AnswerEnquiry(EnquiryCommand, frozen=True, kw_only=True):
    """Answer it. Whoever answers is its handler from then on."""

    outcome: EnquiryOutcome
    answer: Said


class AskFurther(EnquiryCommand, frozen=True, kw_only=True):
    """Ask on in the same conversation. An officer takes it down for whoever calls again."""

    question: Said


class TransferEnquiry(EnquiryCommand, frozen=True, kw_only=True):
    """Pass it on to another office, or to another officer of the same one."""

    to_office: OfficeId
    reason: PassingOn


class SettleShirkingAlarm(EnquiryCommand, frozen=True, kw_only=True):
    """Say who answers a question that was passed on too often."""

    handler: HandlerName


class RateEnquiry(EnquiryCommand, frozen=True, kw_only=True):
    """Say how satisfied one is. An officer enters what a caller says."""

    satisfaction: Satisfaction


class CallAskerBack(EnquiryCommand, frozen=True, kw_only=True):
    """Record that somebody called back after a bad rating, and what came of it."""

    result: CallBackResult
    note: Said


class ShowCaller(EnquiryCommand, frozen=True, kw_only=True):
    """Record that an officer is about to be shown who asks and where to reach him."""

    purpose: RevealPurpose
