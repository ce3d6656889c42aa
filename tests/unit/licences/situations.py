"""A licence in the register, and what may have happened to it."""

from datetime import UTC, date, datetime

from msgspec.structs import replace

from domain.clocks.clock import Clock
from domain.licences.events import (
    LicenceDeferralUndone,
    LicenceDutyDeferred,
    LicenceDutyMissed,
    LicenceEntered,
    LicenceTermBegun,
)
from domain.licences.licence import LICENCE
from domain.message import Event, PassDeadline
from domain.register.licence import Cycle, LicenceDuty, LicenceRecord, LicenceState
from domain.timer import Timer
from tests.kit.decided import CASE
from tests.kit.register_records import normal_licence

TODAY = date(2020, 3, 2)
NOW = datetime(2020, 3, 2, 1, tzinfo=UTC)
EXPIRY = date(2020, 6, 30)
RECORD = replace(
    normal_licence(TODAY),
    first_issued_on=date(2014, 6, 30),
    issued_on=date(2014, 6, 30),
    valid_until=EXPIRY,
    cycles=tuple(Cycle(date(2014 + n, 6, 30), 3) for n in range(1, 6)),
)
ENTERED = LicenceEntered(record=RECORD, entered_on=TODAY)
DEFERRED = LicenceDutyDeferred(
    case=CASE, duty=LicenceDuty.RENEWAL, base_on=EXPIRY, until=date(2022, 6, 30)
)
UNDONE = LicenceDeferralUndone(case=CASE, duty=LicenceDuty.RENEWAL, base_on=EXPIRY)
MISSED = LicenceDutyMissed(duty=LicenceDuty.RENEWAL, due_on=EXPIRY)
RENEWED = LicenceTermBegun(case=CASE, issued_on=TODAY, years=10, valid_until=date(2030, 6, 30))
RENEWAL_DUE = PassDeadline(clock=Clock.LIC_RENEW)
MEDICAL_DUE = PassDeadline(clock=Clock.LIC_MEDICAL)
NORMAL = frozenset({LicenceState.NORMAL})


def entered(**fields: object) -> LicenceEntered:
    return replace(ENTERED, record=replace(RECORD, **fields))


def record(*history: Event) -> LicenceRecord:
    return LICENCE.fold(history).record


def timer(*history: Event) -> Timer | None:
    assert LICENCE.timer
    return LICENCE.timer(LICENCE.fold(history))
