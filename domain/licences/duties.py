"""What the holder of a licence has to do by a day, and the letters that tell of it."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from msgspec.structs import replace

from domain.clocks.clock import Clock
from domain.licences.events import LicenceIssued
from domain.licences.state import LicenceOnRecord
from domain.register.licence import LicenceDuty, LicenceRecord, LicenceState


class DutyLetters(NamedTuple):
    """The clock of a duty, and the letters of one that is deferred or overdue.

    ``cancels`` is the clock after which the licence is cancelled if it was never done.
    """

    clock: Clock
    deferred: LicenceState
    overdue: LicenceState | None
    cancels: Clock | None


DUTIES: Final[Mapping[LicenceDuty, DutyLetters]] = MappingProxyType(
    {
        LicenceDuty.RENEWAL: DutyLetters(
            Clock.LIC_RENEW,
            LicenceState.RENEWAL_DEFERRED,
            LicenceState.RENEWAL_OVERDUE,
            Clock.LIC_CANCEL_RENEW,
        ),
        LicenceDuty.REVIEW: DutyLetters(
            Clock.LIC_REVIEW, LicenceState.REVIEW_DEFERRED, LicenceState.REVIEW_OVERDUE, None
        ),
        LicenceDuty.MEDICAL: DutyLetters(
            Clock.LIC_MEDICAL, LicenceState.MEDICAL_DEFERRED, None, Clock.LIC_CANCEL_MEDICAL
        ),
    }
)
"""No letter says that a medical certificate is overdue."""


def letters_of(duty: LicenceDuty) -> frozenset[LicenceState]:
    """All letters that tell of a duty."""
    told = DUTIES[duty]
    return frozenset({told.deferred, *([told.overdue] if told.overdue else ())})


def missed_by(states: frozenset[LicenceState]) -> frozenset[LicenceDuty]:
    """The duties of which the letters say that they are overdue."""
    return frozenset(duty for duty, told in DUTIES.items() if told.overdue in states)


def due_on(record: LicenceRecord, duty: LicenceDuty) -> date | None:
    """The last day of a duty, which is that of its deferral if there is one.

    None means that the holder does not have the duty.
    """
    base_on = _base(record, duty)
    if base_on is None:
        return None
    deferrals = [d.until for d in record.deferrals if d.duty is duty and d.base_on == base_on]
    return max([base_on, *deferrals])


def timed(current: LicenceOnRecord) -> LicenceOnRecord:
    """What the timer depends on. Nothing in it tells whose the licence is."""
    return replace(
        current,
        record=_bare(current.record),
        contact=None,
        entered=current.entered and _bare(current.entered),
        entered_contact=None,
        since=tuple(
            replace(each, record=_bare(each.record)) if isinstance(each, LicenceIssued) else each
            for each in current.since
        ),
    )


def _bare(record: LicenceRecord) -> LicenceRecord:
    return replace(record, holder=b"", holder_name=b"", file_no=None, cycles=(), issued=(), void=())


def _base(record: LicenceRecord, duty: LicenceDuty) -> date | None:
    match duty:
        case LicenceDuty.RENEWAL:
            return record.valid_until
        case LicenceDuty.REVIEW:
            return record.review_due_on
        case LicenceDuty.MEDICAL:
            return record.medical_due_on
