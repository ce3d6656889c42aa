"""Events about an enquiry. These names and fields are stored for ever.

``office`` is the one that deals with it at the time. Officers stand in them as pseudonyms, and
whoever asks only sealed.
"""

from datetime import date
from typing import Annotated
from uuid import UUID

from domain.accesses.kind import RevealPurpose
from domain.enquiries.kind import (
    CallBackResult,
    EnquiryChannel,
    EnquiryClock,
    EnquiryOutcome,
    EnquiryTopic,
    PassingOn,
    Satisfaction,
)
from domain.enquiries.stage import EnquiryStage
from domain.hidden import HIDDEN, SEALED
from domain.message import Event


class EnquiryEvent(Event, frozen=True, kw_only=True):
    """Something that happened to an enquiry."""

    office: str


class EnquiryReceived(EnquiryEvent, frozen=True, kw_only=True):
    """Somebody has asked, and is to be answered by ``answer_by``, and on that day too.

    ``taken_in_by`` is the officer who took the question down at the telephone or the counter.
    ``case`` is the application that it is about, if it is about one.
    """

    channel: EnquiryChannel
    topic: EnquiryTopic
    answer_by: date
    case: UUID | None = None
    taken_in_by: str | None = None
    key_id: Annotated[UUID, HIDDEN]
    sealed: Annotated[dict[str, str], SEALED]


class EnquiryAssigned(EnquiryEvent, frozen=True, kw_only=True):
    """From now on the ``handler`` answers for it, and for nobody to be sent round."""

    handler: str


class EnquiryAnswered(EnquiryEvent, frozen=True, kw_only=True):
    """The officer has answered. ``stage`` is what becomes of the enquiry.

    If the office still owes something, it is to be done by ``follow_up_by``. ``at_once``: it was
    the first answer, nobody had passed the question on, and nothing is owed. ``hard``: the
    office had to see to something, now or before.
    """

    stage: EnquiryStage
    officer: str
    outcome: EnquiryOutcome
    answer: Annotated[str, HIDDEN]
    follow_up_by: date | None = None
    at_once: bool = False
    hard: bool = False


class FurtherQuestionAsked(EnquiryEvent, frozen=True, kw_only=True):
    """Whoever asked has asked on. ``handler`` is the one who answered before."""

    topic: EnquiryTopic
    answer_by: date
    question: Annotated[str, HIDDEN]
    handler: str | None = None
    taken_in_by: str | None = None


class EnquiryTransferred(EnquiryEvent, frozen=True, kw_only=True):
    """It was passed on to ``to_office``, for the time ``transfer_no``, which counts from 1."""

    officer: str
    to_office: str
    topic: EnquiryTopic
    reason: PassingOn
    transfer_no: int


class ShirkingAlarmRaised(EnquiryEvent, frozen=True, kw_only=True):
    """It was passed on so often that a duty leader must say who answers."""

    transfers: int


class ShirkingAlarmSettled(EnquiryEvent, frozen=True, kw_only=True):
    """A duty leader has named who answers. Only duty leaders pass it on after that."""

    officer: str
    handler: str


class EnquiryRated(EnquiryEvent, frozen=True, kw_only=True):
    """Whoever asked has rated the answer. After a bad rating the office calls back by a day.

    ``taken_in_by`` is the officer who entered what a caller said.
    """

    satisfaction: Satisfaction
    call_back_by: date | None = None
    taken_in_by: str | None = None


class AskerCalledBack(EnquiryEvent, frozen=True, kw_only=True):
    """An officer has called back after a bad rating. If he reached nobody, it is tried again."""

    officer: str
    result: CallBackResult
    note: str
    call_back_by: date | None = None


class CallerShown(EnquiryEvent, frozen=True, kw_only=True):
    """An officer was shown who asks, after this was stored."""

    officer: str
    purpose: RevealPurpose


class EnquiryDeadlineMissed(EnquiryEvent, frozen=True, kw_only=True):
    """What the office owed by ``due_on`` was not done on that day."""

    clock: EnquiryClock
    due_on: date
