"""What an officer looks at for V02 alone."""

from typing import Final

from domain.services.checks.check import Check
from domain.titles import Title

VEHICLE_PHOTO: Final = Check(
    "C-VPHOTO",
    Title("车辆照片核对", "Photo of the vehicle"),
    "R-VEHICLE-PHOTO",
    Title(
        zh="车辆照片与登记的车辆类型、车身颜色不符，或者不符合标准照片的要求。请在车辆左前方45度"
        "重新拍摄后再申请；车身颜色已经变更的，请先到车辆管理所办理变更登记。",
        en="The photo does not show the type and colour that are registered, or is not a standard "
        "photo. Take it again from the left front at 45 degrees and apply again. If the colour was "
        "changed, have that registered at the vehicle office first.",
    ),
)
