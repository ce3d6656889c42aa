"""What the register has of a learner's permit."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Annotated, Final

import msgspec

from domain.choice import Choice
from domain.hidden import HIDDEN
from domain.identifiers.licence_classes import LicenceClass


class ExamSubject(Choice):
    """The subjects of the driving test (139 art. 21)."""

    ONE = "SUBJ1", "科目一", "subject one"
    TWO = "SUBJ2", "科目二", "subject two"
    THREE_ROAD = "SUBJ3_ROAD", "科目三道路驾驶技能", "subject three, road"
    THREE_THEORY = "SUBJ3_THEORY", "科目三安全文明驾驶常识", "subject three, theory"


PASSED_BEFORE: Final[Mapping[ExamSubject, frozenset[ExamSubject]]] = MappingProxyType(
    {
        ExamSubject.ONE: frozenset(),
        ExamSubject.TWO: frozenset({ExamSubject.ONE}),
        ExamSubject.THREE_ROAD: frozenset({ExamSubject.ONE}),
        ExamSubject.THREE_THEORY: frozenset({ExamSubject.TWO, ExamSubject.THREE_ROAD}),
    }
)
"""The subjects that must have been passed before a subject is sat (139 art. 21 to 23)."""


class ExamSitting(msgspec.Struct, frozen=True, gc=False):
    """An examination that counts, whether it was passed or not."""

    subject: ExamSubject
    sat_on: date
    passed: bool


class LearnerPermitRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A permit as it was issued. ``holder`` and ``permit_no`` are blind indexes.

    The number is None where the register does not tell it. ``accepted_at`` is when the application
    for the licence was accepted, and ``given_up_at`` when the holder last gave up a place in an
    examination for reasons of his own: both rank his next booking. ``school`` is the code of his
    driving school. A holder without one learns by himself.
    """

    holder: Annotated[bytes, HIDDEN]
    office: str
    wanted: LicenceClass
    issued_on: date
    valid_until: date
    permit_no: Annotated[bytes | None, HIDDEN] = None
    sittings: tuple[ExamSitting, ...] = ()
    accepted_at: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    given_up_at: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    school: str | None = None

    @property
    def passed(self) -> frozenset[ExamSubject]:
        return frozenset(sitting.subject for sitting in self.sittings if sitting.passed)
