"""What people read where several chapters refuse."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title
from domain.wording import Explanation

REFUSALS: Final[Mapping[str, Explanation]] = MappingProxyType(
    {
        "payment-differs": Explanation(
            Title("金额不符", "The amount differs"),
            Title("请按应缴金额收取。", "The amount must be exactly what is owed."),
        ),
        "reason-unknown": Explanation(
            Title("没有该理由代码", "No such reason"),
            Title("请使用规定的理由代码。", "Use the reason codes of the catalogue."),
        ),
        "pickup-office-closed": Explanation(
            Title("该网点暂停窗口业务", "The pick-up office is closed"),
            Title(
                "该网点目前不能领取，请选择邮寄或者其他已开放的网点。",
                "Nothing is handed out there at present. Choose the post or an open office.",
            ),
        ),
        "office-unknown": Explanation(
            Title("没有该机构", "No such office"),
            Title("请核对机构代码。", "Check the id of the office."),
        ),
        "office-without-power": Explanation(
            Title("该机构无管辖权", "The office has no power"),
            Title(
                "机动车业务由登记地车辆管理所办理，只能在本辖区内调整。",
                "Vehicle business stays with the office of registration; "
                "choose one of its prefecture.",
            ),
        ),
        "window-closed": Explanation(
            Title("窗口业务暂停", "The window is closed"),
            Title(
                "该机构目前暂停窗口业务，绿色通道除外。",
                "The office has no window business at present, green-channel cases excepted.",
            ),
        ),
    }
)
