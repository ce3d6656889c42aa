"""Events about a learner's permit. These names and fields are stored for ever."""

from datetime import date

from domain.message import Event
from domain.register.learner_permit import ExamSubject, LearnerPermitRecord


class LearnerPermitEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a learner's permit in the register."""


class LearnerPermitEntered(LearnerPermitEvent, frozen=True, kw_only=True):
    """Its record was entered as a whole, in the place of any permit that was there before."""

    record: LearnerPermitRecord
    entered_on: date


class ExamSat(LearnerPermitEvent, frozen=True, kw_only=True):
    """An examination was sat, or counts as sat. It counts whether it was passed or not."""

    subject: ExamSubject
    sat_on: date
    passed: bool
