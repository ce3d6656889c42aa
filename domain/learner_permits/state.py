"""A learner's permit as the register has it."""

from datetime import date
from typing import Annotated, Final

from domain.aggregate import State
from domain.choice import Choice
from domain.identifiers.licence_classes import LicenceClass
from domain.register.learner_permit import LearnerPermitRecord
from domain.titles import Title

_NOTHING: Final = LearnerPermitRecord(
    holder=b"", office="", wanted=LicenceClass.C1, issued_on=date.min, valid_until=date.min
)


class PermitStage(Choice):
    """``NEW`` is the permit before its first event, and is never stored."""

    NEW = "new", "未登记在册", "Not on record"
    ON_RECORD = "on_record", "已登记在册", "On record"


class PermitOnRecord(State, frozen=True):
    """Before the first event the record says nothing, and nobody reads it.

    Whether the permit is still good follows from its last day and the reliefs of the day on
    which somebody asks (139 art. 38), so no event says that it has run out.
    """

    stage: PermitStage = PermitStage.NEW
    record: Annotated[LearnerPermitRecord, Title("登记信息", "record")] = _NOTHING
