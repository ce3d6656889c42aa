"""The desk of an office as its history says it is, and where it stands."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

import msgspec

from domain.aggregate import State
from domain.choice import Choice
from domain.enquiries.kind import EnquiryTopic
from domain.name_based import uuid5
from domain.titles import Title

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a99").bytes


class EnquiryDeskStage(Choice):
    """``NEW`` is the desk before its first event, and is never stored."""

    NEW = "new", "尚未设立", "Not set up"
    KEPT = "kept", "已设立", "Set up"


class HandlerOnShift(msgspec.Struct, frozen=True, gc=False):
    """A handler who answers until an instant. ``last_given`` counts the questions that the desk had
    given out when he got his last one.
    """

    handler: str
    until: datetime
    topics: tuple[EnquiryTopic, ...] = ()
    last_given: int = 0


class InHands(msgspec.Struct, frozen=True, gc=False):
    """A question at the desk. Without a handler it waits for somebody to come on shift.

    ``instead_of`` had it before.
    """

    enquiry: UUID
    topic: EnquiryTopic
    handler: str | None = None
    instead_of: str | None = None


class EnquiryDesk(State, frozen=True):
    """``given`` counts the questions that were ever given to somebody."""

    stage: EnquiryDeskStage = EnquiryDeskStage.NEW
    office: Annotated[str, Title("单位", "office")] = ""
    shifts: Annotated[tuple[HandlerOnShift, ...], Title("在岗人员", "on shift")] = ()
    in_hands: Annotated[tuple[InHands, ...], Title("在办咨询", "questions")] = ()
    given: Annotated[int, Title("已分派数", "given out")] = 0

    @property
    def queued(self) -> Iterator[InHands]:
        return (each for each in self.in_hands if each.handler is None)

    def of(self, enquiry: UUID) -> InHands | None:
        return next((each for each in self.in_hands if each.enquiry == enquiry), None)

    def load(self, handler: str) -> int:
        """How many questions he has in his hands."""
        return sum(each.handler == handler for each in self.in_hands)


def enquiry_desk_of(office: str) -> UUID:
    """The desk of an office, by the id of the office as somebody may have typed it."""
    return uuid5(_SPACE, office.strip().lower())
