"""Checks of the place and the time of an appointment."""

from typing import Final

from domain.services.checks.check import Check
from domain.titles import Title

PLACE_OPEN: Final = Check(
    "C-OPEN",
    Title("办理地点开放情况核对", "Place open"),
    "R-NOT-OPEN",
    Title(
        zh="所选地点当日暂停办理此业务。请选择其他已开放的地点或者日期；恢复情况请咨询当地车驾管部门。",
        en="The place does not handle this service on that day. Choose another place or day that "
        "is open; the local office tells when it reopens.",
    ),
)
SLOT_FREE: Final = Check(
    "C-SLOT",
    Title("预约名额核对", "Slot free"),
    "R-SLOT-FULL",
    Title(
        zh="所选时段的预约名额已满。请选择其他时段或者日期。",
        en="All appointments of that time are taken. Choose another time or day.",
    ),
)
