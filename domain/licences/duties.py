"""What the holder of a licence has to do by a day, and the letters that tell of it."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from msgspec.structs import replace

from domain.calendar import end_of_day
from domain.clocks.clock import Clock
from domain.licences.state import LicenceOnRecord
from domain.register.licence import GONE, LicenceDuty, LicenceRecord, LicenceState
from domain.timer import Timer


class DutyLetters(NamedTuple):
    """The clock of a duty, and the letters of one that is deferred or overdue."""

    clock: Clock
    deferred: LicenceState
    overdue: LicenceState | None


DUTIES: Final[Mapping[LicenceDuty, DutyLetters]] = MappingProxyType(
    {
        LicenceDuty.RENEWAL: DutyLetters(
            Clock.LIC_RENEW, LicenceState.RENEWAL_DEFERRED, LicenceState.RENEWAL_OVERDUE
        ),
        LicenceDuty.REVIEW: DutyLetters(
            Clock.LIC_REVIEW, LicenceState.REVIEW_DEFERRED, LicenceState.REVIEW_OVERDUE
        ),
        LicenceDuty.MEDICAL: DutyLetters(Clock.LIC_MEDICAL, LicenceState.MEDICAL_DEFERRED, None),
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


def timer(current: LicenceOnRecord) -> Timer | None:
    """The duty whose last day comes first of those that are not missed yet."""
    if current.record.states & GONE:
        return None
    running = [
        Timer(told.clock.value, end_of_day(due))
        for duty, told in DUTIES.items()
        if duty not in current.missed and (due := due_on(current.record, duty))
    ]
    return min(running, key=lambda each: each.at, default=None)


def timed(current: LicenceOnRecord) -> LicenceOnRecord:
    """What the timer depends on. Nothing in it tells whose the licence is."""
    bare = replace(current.record, holder=b"", holder_name=b"", cycles=(), issued=())
    return replace(current, record=bare, contact=None)


def _base(record: LicenceRecord, duty: LicenceDuty) -> date | None:
    match duty:
        case LicenceDuty.RENEWAL:
            return record.valid_until
        case LicenceDuty.REVIEW:
            return record.review_due_on
        case LicenceDuty.MEDICAL:
            return record.medical_due_on
