"""D05 考试预约: whoever learns to drive asks for a place in an examination."""

from datetime import date
from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field, ValidationInfo, field_validator

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.table import due
from domain.dated import Dated, Rule
from domain.identifiers import document_number
from domain.identifiers.licence_classes import LicenceClass
from domain.offices.office import OfficeKind
from domain.offices.tree import prefecture_of
from domain.register.learner_permit import ExamSubject
from domain.services.blocks.applicant.fields import LearnerApplicant
from domain.services.blocks.appointment.examination import ExamSession
from domain.services.blocks.appointment.kinds import ahead, place_of
from domain.services.blocks.block import Block
from domain.services.choices import UserKind
from domain.services.exam_booking import words
from domain.services.exam_booking.facts import ExamBookingFacts
from domain.services.form import papers_of
from domain.services.judgement import defect, identified, judgement
from domain.services.paperless import PaperlessForm
from domain.services.personal import PERSONAL
from domain.services.subjects import Subjects

_CALENDAR: Final = Calendar()
DAYS_AHEAD: Final = Dated("exam_days_ahead", Rule(60, date(2016, 4, 1), "office practice"))
SITES: Final = frozenset({OfficeKind.EXAM_SITE})


class Permit(Block):
    """The learner's permit. No published format of its number was found, so any will do."""

    TITLE: ClassVar = words.PERMIT
    TEXTS: ClassVar = words.PERMIT_TEXTS

    permit_no: Annotated[str, Field(min_length=5, max_length=30), PERSONAL, words.PERMIT_NO]

    @field_validator("permit_no")
    @classmethod
    def _letters_and_digits(cls, text: str) -> str:
        return identified("permit_no", document_number.parse, text).text


class ExamBooking(PaperlessForm):
    """考试预约. Those who booked are ranked, and the first of them sit."""

    TEXTS: ClassVar = words.TEXTS
    USER_KINDS: ClassVar = frozenset({UserKind.WEB_REGISTERED, UserKind.REAL_NAME})

    service: Literal["exam_booking"]
    applicant: LearnerApplicant
    permit: Permit
    subject: Annotated[ExamSubject, words.SUBJECT]
    exam_class: Annotated[LicenceClass, words.EXAM_CLASS]
    site_id: Annotated[str, Field(max_length=20), words.SITE]
    exam_date: Annotated[date, words.EXAM_DATE]
    session: Annotated[ExamSession, words.SESSION]

    @field_validator("site_id")
    @classmethod
    def _an_examination_site(cls, text: str) -> str:
        return place_of(text, SITES, None)

    @field_validator("exam_date")
    @classmethod
    def _before_the_list_is_closed(cls, day: date, info: ValidationInfo) -> date:
        """Who may sit is published some working days before the examination."""
        today = judgement(info).today
        ahead(day, today, DAYS_AHEAD.on(today))
        if due(Clock.EXAM_RESULT, day, judged_on=today, calendar=_CALENDAR) <= today:
            raise defect("exam_list_closed")
        return day

    def facts(self) -> ExamBookingFacts:
        return ExamBookingFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            subject=self.subject,
            exam_class=self.exam_class,
            site=self.site_id,
            exam_on=self.exam_date,
            session=self.session,
        )

    def subjects(self) -> Subjects:
        """A learner may have one booking open for each subject, whatever permit he names."""
        return Subjects(
            id_no=self.applicant.id_no,
            mobile=self.applicant.mobile,
            matter_no=f"{self.applicant.id_no}:{self.subject}",
        )

    def office(self) -> str:
        """Gives the vehicle office that runs the examination site."""
        return prefecture_of(self.site_id)
