"""What an appointment for an examination of the driving test is for."""

from datetime import date
from typing import NamedTuple

from domain.choice import Choice
from domain.identifiers.licence_classes import LicenceClass
from domain.register.learner_permit import ExamSubject


class ExamSession(Choice):
    MORNING = "morning", "上午场", "morning"
    AFTERNOON = "afternoon", "下午场", "afternoon"


class ExamSlot(NamedTuple):
    """One examination: where and when, in which subject and for which class. ``site`` is an id."""

    site: str
    exam_on: date
    session: ExamSession
    subject: ExamSubject
    exam_class: LicenceClass
