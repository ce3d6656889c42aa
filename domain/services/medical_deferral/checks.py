"""Who owes a medical certificate after a cycle, and has not submitted it yet (139 art. 72)."""

from collections.abc import Iterable
from datetime import date
from itertools import takewhile
from typing import Any, Final

from domain.clocks.clock import Clock
from domain.clocks.duties import cycle_ends, medical_ends, owes_medical
from domain.identifiers.licence_classes import LicenceClass
from domain.register.licence import LicenceRecord
from domain.services.deferral.checks import owed
from domain.services.deferral.cycle_checks import end_behind, in_time_after_cycle
from domain.services.given import Given


def _ends(given: Given[Any], licence: LicenceRecord) -> Iterable[date]:
    return medical_ends(
        licence.first_issued_on, licence.classes, given.born_on, judged_on=given.today
    )


def _owed(given: Given[Any], licence: LicenceRecord) -> bool | None:
    """Of a holder whose birthday no number tells, a person must say, if the register does not."""
    if licence.medical_due_on == given.facts.base_on:
        return True
    if given.born_on is None and LicenceClass.C5 not in licence.classes:
        return None
    cycles = cycle_ends(licence.first_issued_on, judged_on=given.today)
    end = end_behind(Clock.LIC_MEDICAL, cycles, given)
    counted = end or given.facts.base_on
    if not owes_medical(licence.classes, given.born_on, counted, judged_on=given.today):
        return False
    if end is None:
        return None
    if licence.medical and licence.medical.issued_on > end:
        return False
    return end in takewhile(end.__ge__, _ends(given, licence))


IN_TIME: Final = in_time_after_cycle(
    Clock.LIC_MEDICAL, _ends, lambda licence: licence.medical_due_on
)
DUTY: Final = owed(_owed)
