"""The words of the way to the applicant."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.services.blocks.hint import Hint
from domain.titles import Title

DELIVERY: Final = Title("领取方式", "delivery")
RECIPIENT: Final = Title("收件信息", "recipient")
MODE: Final = Title("寄递或者自取", "post or pick-up")
RECIPIENT_NAME: Final = Title("收件人", "recipient")
RECIPIENT_MOBILE: Final = Title("收件人手机号码", "recipient's mobile")
REGION_CODE: Final = Title("所在县（市、区）", "county or district")
ADDRESS: Final = Title("详细地址", "address")
POSTCODE: Final = Title("邮政编码", "postcode")
PICKUP_OFFICE_ID: Final = Title("领取地点", "pick-up office")
ADDRESS_HINT: Final = Hint(
    "街道、小区、楼栋和门牌号；只寄往河南省内，收件人凭身份证签收",
    "Street, building and door; within Henan only. The recipient signs with his ID card",
)

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "pickup_office_unknown": Title(
            zh="所选领取网点不存在或者不办理领取，请重新选择，也可以选择邮政寄递。",
            en="There is no such counter for collection. Choose another, or choose post.",
        ),
        "pickup_office_elsewhere": Title(
            zh="领取网点应与受理申请的车辆管理所在同一市，请重新选择，也可以选择邮政寄递。",
            en="The counter must lie in the prefecture of the vehicle office that takes the "
            "application. Choose another, or choose post.",
        ),
    }
)
