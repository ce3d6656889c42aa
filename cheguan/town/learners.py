"""The learner's permits of those who are examined, with what they must have passed before."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random
from types import MappingProxyType
from typing import Any, Final

from domain.calendar import start_of_day
from domain.identifiers.licence_classes import LicenceClass
from domain.offices.tree import prefecture_of
from domain.periods import add_years
from domain.register.learner_permit import ExamSitting, ExamSubject, LearnerPermitRecord
from domain.services.blocks.appointment.examination import ExamSlot
from domain.services.given import Given
from domain.services.window.table import ROWS

_PASSED: Final[Mapping[ExamSubject, tuple[ExamSubject, ...]]] = MappingProxyType(
    {
        ExamSubject.ONE: (),
        ExamSubject.TWO: (ExamSubject.ONE,),
        ExamSubject.THREE_ROAD: (ExamSubject.ONE, ExamSubject.TWO),
        ExamSubject.THREE_THEORY: (ExamSubject.ONE, ExamSubject.TWO, ExamSubject.THREE_ROAD),
    }
)
_AGO: Final = timedelta(days=150)
_BETWEEN: Final = timedelta(days=30)
_LONGER: Final = 60
_BEFORE_ISSUE: Final = (8 * 60, 5 * 24 * 60)
_SCHOOLS: Final = 6
_YEARS: Final = 3
EXAMS: Final = frozenset(code for code, row in ROWS.items() if row.end.subject)
"""The services by which the result of an examination is entered."""


def learner_permit(given: Given[Any], asked: ExamSlot | None, draw: Random) -> LearnerPermitRecord:
    """The permit of the person whom an application for or after an examination is about.

    ``asked`` is the examination for which he asks, if he has not sat it yet.
    """
    subject, wanted = (
        (asked.subject, asked.exam_class)
        if asked
        else (given.facts.exam.subject, LicenceClass(given.facts.exam.exam_class))
    )
    issued_on = given.today - (_AGO + timedelta(days=draw.randrange(_LONGER) if asked else 0))
    accepted_at = start_of_day(issued_on) - timedelta(minutes=draw.randrange(*_BEFORE_ISSUE))
    return LearnerPermitRecord(
        holder=given.applicant,
        office=prefecture_of(given.office),
        wanted=wanted,
        issued_on=issued_on,
        valid_until=add_years(issued_on, _YEARS),
        permit_no=given.numbers.permit_no,
        sittings=tuple(
            ExamSitting(before, issued_on + n * _BETWEEN, passed=True)
            for n, before in enumerate(_PASSED[subject], start=1)
        ),
        accepted_at=accepted_at,
        school=f"{given.office[:4]}A{draw.randrange(1, _SCHOOLS):04d}",
    )
