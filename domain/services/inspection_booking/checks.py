"""The check that only an appointment for an inspection needs."""

from typing import Any, Final

from domain.clocks.inspection import opens_on
from domain.services.checks.check import Check
from domain.services.given import Given
from domain.titles import Title


def _not_too_early(given: Given[Any]) -> bool | None:
    """An inspection is made within the three months before the validity ends, or later."""
    if given.vehicle is None or given.vehicle.inspected_until is None:
        return None
    opens = opens_on(given.vehicle.inspected_until, judged_on=given.today)
    return bool(given.facts.slot_on >= opens)


INSPECTION_DUE: Final = Check(
    "C-INSPECTION-DUE",
    Title("检验期限核对", "Inspection due"),
    "R-TOO-EARLY-INSPECTION",
    Title(
        zh="尚未到检验期限。请在检验有效期满前三个月内预约检验。",
        en="The inspection is not due yet. Choose a day within the three months before its "
        "validity ends.",
    ),
    _not_too_early,
)
