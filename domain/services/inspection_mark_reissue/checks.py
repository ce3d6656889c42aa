"""What V03 alone checks: whose mark it is, and that the inspection is still good."""

from dataclasses import replace
from typing import Final

from domain.clocks.clock import Clock
from domain.register.vehicle import VehicleState
from domain.services.checks.application import JURISDICTION
from domain.services.checks.check import Check
from domain.services.given import Given
from domain.services.inspection_mark_reissue.facts import InspectionMarkReissueFacts
from domain.titles import Title


def _here(given: Given[InspectionMarkReissueFacts]) -> bool | None:
    """The register does not say which office issued a mark, so a person looks it up."""
    if given.facts.mark_office is not None and not JURISDICTION.judge(given):
        return None
    return JURISDICTION.judge(given)


def _inspected(given: Given[InspectionMarkReissueFacts]) -> bool | None:
    """Who is overdue needs an inspection, and not the mark of the last one."""
    if given.vehicle is None or given.vehicle.inspected_until is None:
        return None
    overdue = VehicleState.INSPECTION_OVERDUE in given.vehicle.states
    return not overdue and given.still(Clock.INSP_DUE, given.vehicle.inspected_until)


REGISTERED_OR_ISSUED_HERE: Final = replace(JURISDICTION, judge=_here)
INSPECTED: Final = Check(
    "C-INSP",
    Title("检验有效期核对", "Inspection valid"),
    "R-INSPECTION-OVERDUE",
    Title(
        zh="机动车已超过检验有效期，不能补领检验合格标志。请先进行安全技术检验；符合免检条件的，请申领免检标志。",
        en="The inspection of the vehicle has run out, so its mark cannot be issued again. Have "
        "the vehicle inspected; if it is exempt, apply for the mark without inspection.",
    ),
    _inspected,
)
