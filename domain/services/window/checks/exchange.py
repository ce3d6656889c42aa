"""The check of a vehicle whose ordinary plates are exchanged for new-energy plates (GA 36)."""

from typing import Any, Final

from domain.register.vehicle import Energy
from domain.services.blocks.exchange.kinds import NEW_KIND
from domain.services.checks.check import Check
from domain.services.given import Given
from domain.titles import Title


def _fits(given: Given[Any]) -> bool | None:
    """The register names a new energy, and the new plate is of the size of the old one."""
    known = given.facts.vehicle
    if known is None or NEW_KIND.get(known.plate_kind) is not given.facts.new_plate_kind:
        return False
    return given.vehicle.energy is not Energy.FUEL if given.vehicle else None


NEW_ENERGY_PLATE: Final = Check(
    "C-NEV-PLATE",
    Title("新能源号牌换发条件核对", "Entitled to the new-energy plate"),
    "R-NEV-PLATE",
    Title(
        zh="登记的能源种类不是新能源，或者换发的号牌种类与车辆不符，不能换发新能源汽车号牌。"
        "登记有误的，请先申请更正。",
        en="The register names no new energy, or the new plate is not of the kind of the vehicle. "
        "If the register is wrong, apply for its correction first.",
    ),
    _fits,
)
