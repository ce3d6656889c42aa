"""Checks of a plate number that is chosen before the plate is made."""

from typing import Any, Final

from domain.services.checks.check import Check
from domain.services.given import Given
from domain.titles import Title


def _unregistered(given: Given[Any]) -> bool | None:
    """A registered vehicle has a number. Whether another is reserved only the numbers know."""
    return False if given.vehicle and given.vehicle.registered_on else None


def _registered(given: Given[Any]) -> bool | None:
    return given.vehicle.registered_on is not None if given.vehicle else None


NOT_BANNED: Final = Check(
    "C-BLACK",
    Title("网上选号资格核对", "Not barred from choosing online"),
    "R-BLACKLIST",
    Title(
        zh="申请人曾选定号牌号码而未按期办理登记，或者预选信息与登记信息不符，尚在不得网上预选的期限内。"
        "请到车辆管理所窗口选号。",
        en="The applicant let a reserved number lapse, or registered with other particulars, and "
        "may not choose online for a time. Choose at the window of the vehicle office.",
    ),
)
VIN_FREE: Final = Check(
    "C-VIN-FREE",
    Title("车辆识别代号核对", "VIN not registered yet"),
    "R-VIN-TAKEN",
    Title(
        zh="该车辆识别代号的机动车已经登记，或者已经预选号牌号码；一辆机动车只能预选一次。"
        "请核对车辆识别代号。",
        en="The vehicle of this VIN is registered, or has a number reserved; one vehicle chooses "
        "once. Check the VIN.",
    ),
    _unregistered,
)
VEHICLE_KNOWN: Final = Check(
    "C-REGISTERED",
    Title("机动车登记情况核对", "Vehicle registered"),
    "R-NOT-REGISTERED",
    Title(
        zh="没有查到该机动车的登记信息。请对照登记证书核对车辆识别代号；未登记的新车请办理新车预选号牌。",
        en="The vehicle is not registered. Compare the VIN with the registration certificate; for "
        "a vehicle that was never registered choose the service for new vehicles.",
    ),
    _registered,
)
NUMBER_FREE: Final = Check(
    "C-NUMBER",
    Title("号牌号码核对", "Number free"),
    "R-NUMBER-TAKEN",
    Title(
        zh="该号牌号码已被使用、保留或者暂不发放。请另选其他号码。",
        en="The number is in use, reserved, or not handed out at present. Choose another.",
    ),
)
NO_RESERVATION: Final = Check(
    "C-RESERVED",
    Title("已选号码核对", "No number reserved yet"),
    "R-RESERVED",
    Title(
        zh="该机动车已有保留中的号牌号码，不能再次选号；选定的号码不能更改。",
        en="A number is reserved for this vehicle already. It cannot be changed, and no other can "
        "be chosen.",
    ),
)
