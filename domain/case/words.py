"""What people read where several chapters say the same."""

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
            Title("该业务没有该理由代码", "The service knows no such reason"),
            Title(
                "请从 choices 所列该业务的理由代码中选择。",
                "Choose among the codes of this service, which stand under choices.",
            ),
        ),
        "pickup-office-closed": Explanation(
            Title("该窗口暂停办理", "The pick-up office is closed"),
            Title(
                "该网点目前不能领取，请选择邮寄，或者从 choices 所列已开放的网点中选择。",
                "Nothing is handed out there at present. Choose the post, or one of the open "
                "offices under choices.",
            ),
        ),
        "office-unknown": Explanation(
            Title("没有该机构", "No such office"),
            Title("请核对机构代码。", "Check the id of the office."),
        ),
        "office-without-power": Explanation(
            Title("该机构无管辖权", "The office has no power"),
            Title(
                "机动车业务由登记地车辆管理所办理，只能在本辖区内调整，可选机构见 choices。",
                "Vehicle business stays with the office of registration; "
                "choose one of its prefecture, which stand under choices.",
            ),
        ),
        "applied-online": Explanation(
            Title("在线提交的，由申请人本人办理", "Whoever applied online does this himself"),
            Title(
                "该案件由申请人在线提交，撤回申请、提交补正、变更领取方式、答复转办意见和申请行政复议"
                "由其本人办理；"
                "窗口工作人员只为在窗口提出申请的人代为录入。",
                "Withdrawing, correcting, changing the delivery, answering an offer and asking for "
                "reconsideration are for the applicant, who has an account. An officer enters "
                "them only for whoever applied at a window.",
            ),
        ),
        "office-without-casework": Explanation(
            Title("该机构不受理申请", "The office decides no applications"),
            Title(
                "请填写车辆管理所、分所、服务站、县级车辆管理所或者网办中心的机构代码。",
                "Name a vehicle office, a branch, a service station, a county office or a "
                "network office centre.",
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
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "accepted_on": Title("受理日期", "accepted on"),
        "codes": Title("理由", "grounds"),
        "decide_by": Title("办结期限", "decide by"),
        "hand_over_by": Title("交寄期限", "hand over by"),
        "keep_until": Title("保管至", "kept until"),
        "note": Title("说明", "note"),
        "office": Title("办理机关", "office"),
        "officer": Title("经办工号", "officer"),
        "postage_fen": Title("邮寄费", "postage"),
        "reason": Title("原因", "reason"),
        "reconsider_by": Title("申请复议截止日", "reconsideration until"),
        "refund_fen": Title("退还费用", "refund"),
        "sealed": Title("个人信息", "personal data"),
        "service": Title("业务", "service"),
        "stage": Title("状态", "stage"),
        "sue_by": Title("提起诉讼截止日", "lawsuit until"),
    }
)
"""Fields that events of several chapters have."""
