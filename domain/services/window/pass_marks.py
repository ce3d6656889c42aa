"""How many of a hundred points pass an examination (162 art. 38; 139 had the same)."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.dated import Dated, Rule
from domain.identifiers.licence_classes import LicenceClass
from domain.register.learner_permit import ExamSubject

_SINCE: Final = date(2016, 4, 1)
_BASIS: Final = "162:38, and before it 139 as remembered"
LARGE: Final = frozenset(
    {LicenceClass.A1, LicenceClass.A2, LicenceClass.A3, LicenceClass.B1, LicenceClass.B2}
)
"""The classes of large vehicles."""


def _mark(subject: ExamSubject, points: int) -> Dated[int]:
    return Dated(f"pass_mark_{subject}", Rule(points, _SINCE, _BASIS))


PASS_MARKS: Final[Mapping[ExamSubject, Dated[int]]] = MappingProxyType(
    {
        ExamSubject.ONE: _mark(ExamSubject.ONE, 90),
        ExamSubject.TWO: _mark(ExamSubject.TWO, 80),
        ExamSubject.THREE_ROAD: _mark(ExamSubject.THREE_ROAD, 90),
        ExamSubject.THREE_THEORY: _mark(ExamSubject.THREE_THEORY, 90),
    }
)
RULED_FROM: Final = _SINCE
"""No pass mark is known for an earlier day, and no permit of an earlier day is still valid."""
FIELD_MARK_LARGE: Final = Dated("pass_mark_SUBJ2_large", Rule(90, _SINCE, _BASIS))
"""Field driving with the large vehicles of A and B."""


def passed(subject: ExamSubject, wanted: LicenceClass, score: int, sat_on: date) -> bool:
    """Whether the score passes the subject for the class, by the rule of the day."""
    large = subject is ExamSubject.TWO and wanted in LARGE
    marks = FIELD_MARK_LARGE if large else PASS_MARKS[subject]
    return score >= marks.on(sat_on)
