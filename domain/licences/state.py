"""A driving licence as the register has it."""

from datetime import date
from typing import Annotated, Final

from domain.aggregate import State
from domain.choice import Choice
from domain.hidden import HIDDEN
from domain.licences.events import SinceEntered
from domain.register.contact import FiledContact
from domain.register.extension import ExtendedDeadline
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

    ``missed`` are the duties whose last day has passed since they were last done or deferred,
    and ``listed`` those for which the licence may be cancelled. ``extended`` are the deadlines
    that would have passed but for a relief. ``entered`` is the record, and ``entered_contact`` the
    contact, as they stood when it was entered as a whole, and ``since`` is what has changed it.
    """

    stage: LicenceStage = LicenceStage.NEW
    record: Annotated[LicenceRecord, Title("登记信息", "record")] = _NOTHING
    contact: Annotated[FiledContact | None, Title("联系方式备案", "contact filed")] = None
    missed: Annotated[frozenset[LicenceDuty], HIDDEN] = frozenset()
    listed: Annotated[frozenset[LicenceDuty], Title("拟注销事由", "may be cancelled for")] = (
        frozenset()
    )
    extended: Annotated[tuple[ExtendedDeadline, ...], Title("已延长的期限", "extended")] = ()
    entered: Annotated[LicenceRecord | None, HIDDEN] = None
    entered_contact: Annotated[FiledContact | None, HIDDEN] = None
    since: Annotated[tuple[SinceEntered, ...], HIDDEN] = ()
