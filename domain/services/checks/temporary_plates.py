"""Whether a vehicle may have another temporary plate before it is registered (124 art. 46)."""

from typing import Any, Final

from domain.clocks.plates import TEMPORARY_MOST
from domain.services.checks.check import Check
from domain.services.given import Given
from domain.titles import Title


def plates_left(given: Given[Any]) -> bool:
    """There are three at most."""
    if given.vehicle is None:
        return True
    counted = sum(plate.counted for plate in given.vehicle.temporary_plates)
    return counted < TEMPORARY_MOST.on(given.today)


PLATES_LEFT: Final = Check(
    "C-TEMP",
    Title("临时行驶车号牌次数核对", "Number of temporary plates"),
    "R-TEMP-LIMIT",
    Title(
        zh="该机动车已核发临时行驶车号牌三次，不再核发。请办理注册登记后上道路行驶。",
        en="Three temporary plates were issued for this vehicle, and there is no fourth. Have it "
        "registered before it is driven on a road.",
    ),
    plates_left,
)
