"""A licence with an expiry is renewed, and a long-term one is not (139 art. 56, 57)."""

from typing import Any, Final

from domain.clocks.clock import Clock
from domain.register.licence import LicenceRecord
from domain.services.deferral.checks import in_time, owed
from domain.services.given import Given


def _owed(given: Given[Any], licence: LicenceRecord) -> bool:
    return licence.valid_until is not None


IN_TIME: Final = in_time(Clock.LIC_RENEW, lambda given, licence: licence.valid_until)
DUTY: Final = owed(_owed)
