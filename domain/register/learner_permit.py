"""What the register has of a learner's permit."""

from datetime import date
from typing import Annotated

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


class ExamSitting(msgspec.Struct, frozen=True, gc=False):
    """An examination that counts, whether it was passed or not."""

    subject: ExamSubject
    sat_on: date
    passed: bool


class LearnerPermitRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A permit as it was issued. ``holder`` and ``permit_no`` are blind indexes.

    The number is None where the register does not tell it.
    """

    holder: Annotated[bytes, HIDDEN]
    office: str
    wanted: LicenceClass
    issued_on: date
    valid_until: date
    permit_no: Annotated[bytes | None, HIDDEN] = None
    sittings: tuple[ExamSitting, ...] = ()

    @property
    def passed(self) -> frozenset[ExamSubject]:
        return frozenset(sitting.subject for sitting in self.sittings if sitting.passed)
