"""A learner's permit as the register has it."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Final

from msgspec.structs import replace

from domain.aggregate import State
from domain.calendar import end_of_day
from domain.choice import Choice
from domain.clocks.clock import Clock
from domain.clocks.lawful import LawfulDeadline
from domain.hidden import HIDDEN
from domain.identifiers.licence_classes import LicenceClass
from domain.learner_permits.events import ExamBookingGivenUp, ExamSat, LearnerPermitIssued
from domain.register.extension import ExtendedDeadline, waits_until
from domain.register.learner_permit import ExamSubject, LearnerPermitRecord
from domain.timer import Timer
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

    ``missed`` is the last day of a permit that has ended, and ``extended`` says to which day a
    relief has moved one that would have. ``entered`` is the record as it was entered as a whole,
    and ``since`` is what outcomes have recorded on it since then.
    """

    stage: PermitStage = PermitStage.NEW
    record: Annotated[LearnerPermitRecord, Title("登记信息", "record")] = _NOTHING
    missed: Annotated[date | None, Title("到期日", "ended on")] = None
    extended: Annotated[tuple[ExtendedDeadline, ...], Title("已延长的期限", "extended")] = ()
    entered: Annotated[LearnerPermitRecord | None, HIDDEN] = None
    since: Annotated[tuple[LearnerPermitIssued | ExamSat | ExamBookingGivenUp, ...], HIDDEN] = ()


def passed(current: PermitOnRecord) -> frozenset[ExamSubject]:
    """The subjects that still count. With the end of the permit they are void (139 art. 38)."""
    return frozenset() if current.missed else current.record.passed


def attempts(current: PermitOnRecord, subject: ExamSubject) -> int:
    """How often a subject was sat on this permit. Staying away counts, a cancelled place never."""
    return sum(each.subject is subject for each in current.record.sittings)


def permit_ends(current: PermitOnRecord) -> LawfulDeadline:
    """The last day of the permit by law (139 art. 38)."""
    record = current.record
    return LawfulDeadline(Clock.LEARNER_PERMIT, record.valid_until, record.issued_on)


def ahead(current: PermitOnRecord) -> Iterator[LawfulDeadline]:
    """The last day of a permit that has not ended."""
    if current.stage is PermitStage.ON_RECORD and not current.missed:
        yield permit_ends(current)


def timer(current: PermitOnRecord) -> Timer | None:
    """What happens to the permit when nobody acts. An open one waits for the end of a relief."""
    if current.stage is PermitStage.NEW or current.missed:
        return None
    clock, last, _ = permit_ends(current)
    until = waits_until(current.extended, clock, last)
    return Timer(clock.value, end_of_day(until)) if until else None


def timed(current: PermitOnRecord) -> PermitOnRecord:
    """What the timer depends on. Nothing in it tells whose the permit is."""
    bare = replace(current.record, holder=b"", permit_no=None, sittings=())
    return replace(current, record=bare, entered=None, since=())
