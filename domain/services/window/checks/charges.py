"""What is checked of the charges on a vehicle: mortgage, pledge, customs control (Order 124)."""

from typing import Any, Final

from domain.register.vehicle import VehicleState
from domain.services.checks.check import Check
from domain.services.given import Given
from domain.titles import Title


def _free(given: Given[Any]) -> bool | None:
    """Neither mortgaged nor under customs control. A person looks for a pledge (124 art. 20)."""
    vehicle = given.vehicle
    if vehicle and (vehicle.mortgage or VehicleState.CUSTOMS in vehicle.states):
        return False
    return None


def _uncharged(given: Given[Any]) -> bool | None:
    """The register has no pledge, so a person looks for one."""
    return False if given.vehicle and given.vehicle.mortgage else None


def _mortgaged(given: Given[Any]) -> bool | None:
    return given.vehicle.mortgage is not None if given.vehicle else None


FREE: Final = Check(
    "C-CHARGED",
    Title("抵押、质押和海关监管核对", "Mortgage, pledge and customs control"),
    "R-CHARGED",
    Title(
        zh="机动车在抵押登记、质押备案期间，或者未被海关解除监管，不予办理转移登记。请先解除抵押、"
        "质押或者海关监管。",
        en="The vehicle is mortgaged, pledged or under customs control, so it is not transferred. "
        "Have that lifted first.",
    ),
    _free,
)
MORTGAGEABLE: Final = Check(
    "C-MORTGAGEABLE",
    Title("抵押登记条件核对", "May be mortgaged"),
    "R-MORTGAGED-BEFORE",
    Title(
        zh="机动车在抵押登记、质押备案期间，或者未被海关解除监管，不予办理抵押登记。请先解除抵押、"
        "质押或者海关监管。",
        en="The vehicle is mortgaged already, pledged or under customs control, so no mortgage is "
        "entered. Have that lifted first.",
    ),
    _free,
)
MORTGAGED: Final = Check(
    "C-RELEASE",
    Title("抵押登记在册核对", "Mortgage on record"),
    "R-NOT-MORTGAGED",
    Title(
        zh="登记信息中没有该机动车的抵押登记，无须办理解除抵押登记。",
        en="No mortgage of the vehicle is on record, so none is released.",
    ),
    _mortgaged,
)
UNCHARGED: Final = Check(
    "C-UNCHARGED",
    Title("抵押、质押核对", "Neither mortgaged nor pledged"),
    "R-CHARGED-STILL",
    Title(
        zh="机动车在抵押登记、质押备案期间，不予办理注销登记。请先解除抵押或者质押。",
        en="The vehicle is mortgaged or pledged, so its registration is not cancelled. Have that "
        "lifted first.",
    ),
    _uncharged,
)
