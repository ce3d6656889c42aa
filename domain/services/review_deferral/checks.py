"""Who is reviewed after a cycle (139 art. 70)."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from domain.clocks.clock import Clock
from domain.clocks.duties import REVIEWED, cycle_ends
from domain.register.licence import LicenceRecord
from domain.services.deferral.checks import owed
from domain.services.deferral.cycle_checks import end_behind, in_time_after_cycle
from domain.services.given import Given


def _ends(given: Given[Any], licence: LicenceRecord) -> Iterable[date]:
    return cycle_ends(licence.first_issued_on, judged_on=given.today)


def _owed(given: Given[Any], licence: LicenceRecord) -> bool | None:
    """Whoever drives large vehicles is reviewed after a cycle with points.

    Anybody else is after a fatal accident for which he bears half the blame or more. The register
    has the day on which it knows somebody to be due. Otherwise a person must say, also of a cycle
    in progress, of which the register may not have the points yet.
    """
    if licence.review_due_on == given.facts.base_on:
        return True
    if REVIEWED.isdisjoint(licence.classes):
        return None
    end = end_behind(Clock.LIC_REVIEW, _ends(given, licence), given)
    points = [cycle.points for cycle in licence.cycles if cycle.ends_on == end]
    return points[0] > 0 if points else None


IN_TIME: Final = in_time_after_cycle(Clock.LIC_REVIEW, _ends, lambda licence: licence.review_due_on)
DUTY: Final = owed(_owed)
