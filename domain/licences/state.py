"""A driving licence as the register has it."""

from datetime import date
from typing import Annotated, Final

from domain.aggregate import State
from domain.choice import Choice
from domain.hidden import HIDDEN
from domain.register.contact import FiledContact
from domain.register.licence import LicenceDuty, LicenceRecord
from domain.titles import Title

_NOTHING: Final = LicenceRecord(
    holder=b"",
    holder_name=b"",
    office="",
    classes=(),
    first_issued_on=date.min,
    issued_on=date.min,
    valid_until=None,
    years=None,
)


class LicenceStage(Choice):
    """``NEW`` is the licence before its first event, and is never stored."""

    NEW = "new", "未登记在册", "Not on record"
    ON_RECORD = "on_record", "已登记在册", "On record"


class LicenceOnRecord(State, frozen=True):
    """Before the first event the record says nothing, and nobody reads it.

    ``missed`` are the duties whose last day has passed since they were last done or deferred.
    """

    stage: LicenceStage = LicenceStage.NEW
    record: Annotated[LicenceRecord, Title("登记信息", "record")] = _NOTHING
    contact: Annotated[FiledContact | None, Title("联系方式备案", "contact filed")] = None
    missed: Annotated[frozenset[LicenceDuty], HIDDEN] = frozenset()
