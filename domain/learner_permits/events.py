"""Events about a learner's permit. These names and fields are stored for ever."""

from datetime import date, datetime
from uuid import UUID

from domain.clocks.clock import Clock
from domain.message import Event
from domain.register.changes import AnyChange
from domain.register.learner_permit import ExamSubject, LearnerPermitRecord


class LearnerPermitEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a learner's permit in the register."""


class LearnerPermitEntered(LearnerPermitEvent, frozen=True, kw_only=True):
    """Its record was entered as a whole, in the place of any permit that was there before."""

    record: LearnerPermitRecord
    entered_on: date


class LearnerPermitIssued(LearnerPermitEvent, frozen=True, kw_only=True):
    """Its holder was admitted to the examinations of a class by the outcome of the case.

    It comes in the place of any permit that was there before, with nothing that was passed on it.
    """

    case: UUID
    record: LearnerPermitRecord


class ExamSat(LearnerPermitEvent, frozen=True, kw_only=True):
    """An examination was sat, or counts as sat. It counts whether it was passed or not.

    ``case`` is the one from whose outcome it follows, if that is known.
    """

    subject: ExamSubject
    sat_on: date
    passed: bool
    case: UUID | None = None


class ExamBookingGivenUp(LearnerPermitEvent, frozen=True, kw_only=True):
    """The holder gave up a place in an examination for reasons of his own.

    It is no attempt. From this instant on he waits for the next one.
    """

    case: UUID
    given_up_at: datetime


class LearnerPermitOutcomeUndone(LearnerPermitEvent, frozen=True, kw_only=True):
    """The decision of the case no longer stands, so its examination counts no more.

    ``built_on_by`` are the cases of later examinations, which were judged by it. They stand, and a
    person looks at them; until then ``left_out`` is what this case orders anew and nobody carries
    out. ``entered_since``: no examination of the case was found in the record, so a person has to
    see what of the outcome is in it.
    """

    case: UUID
    built_on_by: tuple[UUID, ...] = ()
    left_out: tuple[AnyChange, ...] = ()
    entered_since: bool = False


class LearnerPermitExpired(LearnerPermitEvent, frozen=True, kw_only=True):
    """The permit was good up to this day. What was passed on it is void (139 art. 38)."""

    valid_until: date


class LearnerPermitDeadlineExtended(LearnerPermitEvent, frozen=True, kw_only=True):
    """A permit that would have ended with ``old`` ends with ``new``, by this relief.

    Without ``new`` it is open: nobody knows yet on which day the relief ends.
    """

    clock: Clock
    old: date
    new: date | None
    relief: str
