"""The learner's permits of those who are examined, with what they must have passed before."""

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any, Final

from domain.identifiers.licence_classes import LicenceClass
from domain.offices.tree import prefecture_of
from domain.periods import add_years
from domain.register.learner_permit import ExamSitting, ExamSubject, LearnerPermitRecord
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
_YEARS: Final = 3
EXAMS: Final = frozenset(code for code, row in ROWS.items() if row.end.subject)
"""The services by which the result of an examination is entered."""


def learner_permit(given: Given[Any]) -> LearnerPermitRecord:
    """The permit of the person who has sat the examination of this application."""
    sat, issued_on = given.facts.exam, given.today - _AGO
    return LearnerPermitRecord(
        holder=given.applicant,
        office=prefecture_of(given.office),
        wanted=LicenceClass(sat.exam_class),
        issued_on=issued_on,
        valid_until=add_years(issued_on, _YEARS),
        sittings=tuple(
            ExamSitting(subject, issued_on + n * _BETWEEN, passed=True)
            for n, subject in enumerate(_PASSED[sat.subject], start=1)
        ),
    )
