"""The check that a vehicle may have a new-energy plate."""

from typing import Any, Final

from domain.register.vehicle import Energy
from domain.services.checks.check import Check
from domain.services.given import Given
from domain.titles import Title


def _new_energy(given: Given[Any]) -> bool | None:
    """The register names the energy that the application names, and it is a new one."""
    if given.vehicle is None:
        return None
    return given.vehicle.energy is not Energy.FUEL and given.vehicle.energy is given.facts.energy


NEW_ENERGY: Final = Check(
    "C-NEV",
    Title("新能源车型核对", "New-energy vehicle"),
    "R-NOT-NEV",
    Title(
        zh="登记的能源种类不是新能源，或者与填报的不一致，不能换发新能源汽车号牌。"
        "登记有误的，请到车辆管理所申请更正。",
        en="The register names another energy, or none that entitles to a new-energy plate. If the "
        "register is wrong, have it corrected at the vehicle office.",
    ),
    _new_energy,
)
