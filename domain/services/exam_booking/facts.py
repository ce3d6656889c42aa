"""The facts of a booking for an examination that are stored in the clear."""

from datetime import date
from typing import Annotated

from domain.identifiers.licence_classes import LicenceClass
from domain.register.learner_permit import ExamSubject
from domain.services.blocks.appointment.examination import ExamSession, ExamSlot
from domain.services.exam_booking import words
from domain.services.facts import Facts


class ExamBookingFacts(Facts, frozen=True, kw_only=True, tag="exam_booking"):
    """``site`` is the id of the examination site."""

    subject: Annotated[ExamSubject, words.SUBJECT]
    exam_class: Annotated[LicenceClass, words.EXAM_CLASS]
    site: Annotated[str, words.SITE]
    exam_on: Annotated[date, words.EXAM_DATE]
    session: Annotated[ExamSession, words.SESSION]

    @property
    def asked(self) -> ExamSlot:
        return ExamSlot(self.site, self.exam_on, self.session, self.subject, self.exam_class)
