"""The facts of a booking for an examination that are stored in the clear."""

from datetime import date
from typing import Annotated

from domain.choice import Choice
from domain.identifiers.licence_classes import LicenceClass
from domain.register.learner_permit import ExamSubject
from domain.services.exam_booking import words
from domain.services.facts import Facts


class ExamSession(Choice):
    MORNING = "morning", "上午场", "morning"
    AFTERNOON = "afternoon", "下午场", "afternoon"


class ExamBookingFacts(Facts, frozen=True, kw_only=True, tag="exam_booking"):
    """``site`` is the id of the examination site."""

    subject: Annotated[ExamSubject, words.SUBJECT]
    exam_class: Annotated[LicenceClass, words.EXAM_CLASS]
    site: Annotated[str, words.SITE]
    exam_on: Annotated[date, words.EXAM_DATE]
    session: Annotated[ExamSession, words.SESSION]
