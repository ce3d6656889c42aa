"""What the register has of a driving licence."""

from datetime import date
from typing import Annotated, Final

import msgspec

from domain.choice import Choice
from domain.hidden import HIDDEN
from domain.identifiers.licence_classes import LicenceClass
from domain.register.document import IssuedDocument, VoidDocument


class LicenceState(Choice):
    """The letters by which the register says what has become of a licence. It may have several."""

    NORMAL = "A", "正常", "normal"
    OVER_SCORE = "B", "超分", "twelve points or more"
    MOVED_OUT = "C", "转出", "moved out"
    SUSPENDED = "D", "暂扣", "suspended"
    RESCINDED = "E", "撤销", "rescinded"
    REVOKED = "F", "吊销", "revoked"
    CANCELLED = "G", "注销", "cancelled"
    VIOLATION_OPEN = "H", "违法未处理", "violation open"
    ACCIDENT_OPEN = "I", "事故未处理", "accident open"
    STOPPED = "J", "停止使用", "use stopped"
    SEIZED = "K", "扣押", "seized"
    LOCKED = "L", "锁定", "locked"
    RENEWAL_OVERDUE = "M", "逾期未换证", "renewal overdue"
    RENEWAL_DEFERRED = "N", "延期换证", "renewal deferred"
    MEDICAL_DEFERRED = "P", "延期体检", "medical certificate deferred"
    RESTORABLE = "R", "注销可恢复", "cancelled, restorable"
    REVIEW_OVERDUE = "S", "逾期未审验", "review overdue"
    REVIEW_DEFERRED = "T", "延期审验", "review deferred"
    DETAINED = "U", "扣留", "detained"
    OTHER = "Z", "其他", "other"


GONE: Final = frozenset(
    {
        LicenceState.MOVED_OUT,
        LicenceState.RESCINDED,
        LicenceState.REVOKED,
        LicenceState.CANCELLED,
        LicenceState.RESTORABLE,
    }
)
"""With these letters there is no licence here. One that can be restored is restored at a window."""


class LicenceDuty(Choice):
    """What the holder of a licence has to do by a day, and may have deferred (139 art. 73)."""

    RENEWAL = "renewal", "换领驾驶证", "renewal"
    REVIEW = "review", "审验", "review"
    MEDICAL = "medical", "提交身体条件证明", "medical certificate"


class Cycle(msgspec.Struct, frozen=True, gc=False):
    """A points cycle, by the day at whose end it is over."""

    ends_on: date
    points: int
    fines_open: bool = False


class MedicalCertificate(msgspec.Struct, frozen=True, gc=False):
    """A certificate of physical condition, and the classes for which its values are fit."""

    issued_on: date
    fit_for: frozenset[LicenceClass]


class Deferral(msgspec.Struct, frozen=True, gc=False):
    """A duty that was due on ``base_on``, put off to the end of ``until``."""

    duty: LicenceDuty
    base_on: date
    until: date


class LicenceRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A licence as it was issued. ``holder`` and ``holder_name`` are blind indexes, and
    ``file_no`` is that of the file number, or None where the register does not tell it.

    ``classes`` are those that are printed. ``valid_until`` is None for a long-term licence,
    and ``years`` is None then. ``cycles`` are the points of all cycles since ``issued_on``, oldest
    first. ``bus_driver_since`` is the day since which the holder may drive school buses.
    ``medical_due_on`` and ``review_due_on`` are None where the duty does not exist.
    ``birth_month`` is the first day of the month in which the holder was born, or None where
    nobody has told it. The day is nowhere, so that nothing in the record names him (ADR 103).
    """

    holder: Annotated[bytes, HIDDEN]
    holder_name: Annotated[bytes, HIDDEN]
    office: str
    classes: tuple[LicenceClass, ...]
    first_issued_on: date
    issued_on: date
    valid_until: date | None
    years: int | None
    file_no: Annotated[bytes | None, HIDDEN] = None
    states: frozenset[LicenceState] = frozenset({LicenceState.NORMAL})
    cycles: tuple[Cycle, ...] = ()
    medical: MedicalCertificate | None = None
    photo_approved_on: date | None = None
    medical_due_on: date | None = None
    review_due_on: date | None = None
    deferrals: tuple[Deferral, ...] = ()
    issued: tuple[IssuedDocument, ...] = ()
    void: tuple[VoidDocument, ...] = ()
    bus_driver_since: date | None = None
    birth_month: Annotated[date | None, HIDDEN] = None
