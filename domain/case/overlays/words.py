"""What people read in this chapter: what happened, what can be done, why not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title
from domain.wording import Explanation

PROOF: Final = Title("核实依据", "proof")
EVENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "CaseWithdrawn": Title("申请已撤回", "Application withdrawn"),
        "WithdrawalRequested": Title("已申请撤回", "Withdrawal requested"),
        "WithdrawalGranted": Title("同意撤回", "Withdrawal granted"),
        "WithdrawalDenied": Title("不同意撤回，继续办理", "Withdrawal denied; the case goes on"),
        "EscalationRequested": Title("已申请绿色通道", "Green channel requested"),
        "GreenChannelGranted": Title("进入绿色通道", "Green channel granted"),
        "GreenChannelDenied": Title("未进入绿色通道，按正常顺序办理", "Green channel denied"),
        "InternalNoteWritten": Title("内部备注", "Internal note"),
        "CaseTransferred": Title("转由其他车辆管理所办理", "Transferred to another office"),
        "TransferOffered": Title(
            "征求是否同意转至外市办理", "Asked whether another city may go on with it"
        ),
        "TransferAgreed": Title("同意转至外市办理", "Transfer to another city agreed to"),
        "TransferDeclined": Title("不同意转至外市办理", "Transfer to another city declined"),
        "HoldSet": Title("暂缓办理", "Put on hold"),
        "HoldReleased": Title("恢复办理", "Hold released"),
    }
)
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "counter": Title("领取地点", "where it is collected"),
        "from_office": Title("移出机关", "from"),
        "basis": Title("暂缓依据", "by the decision"),
        "held_at": Title("暂缓起算时间", "held from"),
        "kind": Title("类别", "kind"),
        "proof": PROOF,
        "still_held": Title("另有依据继续暂缓", "still held by another decision"),
        "to_office": Title("移入机关", "to"),
    }
)
COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "WithdrawCase": Title("撤回申请", "Withdraw the application"),
        "GrantWithdrawal": Title("同意撤回", "Grant the withdrawal"),
        "DenyWithdrawal": Title("不同意撤回", "Deny the withdrawal"),
        "RequestGreenChannel": Title("申请绿色通道", "Request the green channel"),
        "GrantGreenChannel": Title("准予绿色通道", "Grant the green channel"),
        "DenyGreenChannel": Title("不准绿色通道", "Deny the green channel"),
        "FollowCasework": Title("随整体移交", "Go along with the other cases"),
        "WriteInternalNote": Title("写内部备注", "Write an internal note"),
        "TransferCase": Title("移交其他车辆管理所", "Transfer to another office"),
        "OfferTransfer": Title("征求转至外市办理的意见", "Offer a transfer to another city"),
        "AgreeToTransfer": Title("同意转至外市办理", "Agree to the transfer"),
        "DeclineTransfer": Title("不同意转至外市办理", "Decline the transfer"),
        "SetHold": Title("暂缓办理", "Put on hold"),
        "ReleaseHold": Title("恢复办理", "Release the hold"),
    }
)
REFUSALS: Final[Mapping[str, Explanation]] = MappingProxyType(
    {
        "green-proof-missing": Explanation(
            Title("缺少绿色通道事由证明", "No proof of the ground"),
            Title(
                "申请人没有提交绿色通道事由证明。请先请其提交，或者选择其他核实依据。",
                "The applicant has handed in no proof of the ground. Ask for one first, or name "
                "by what else it was seen to be true.",
            ),
        ),
        "service-stays-here": Explanation(
            Title("该业务不能转至外市办理", "It stays in its city"),
            Title(
                "机动车业务由登记地车辆管理所办理；只有驾驶证换证、补证、审验和提交身体条件证明，"
                "经申请人同意可以转至外市。",
                "Vehicle business stays with the office of registration. Only the exchange, "
                "reissue and review of licences and medical certificates may go to another city, "
                "if the applicant consents.",
            ),
        ),
        "consent-not-needed": Explanation(
            Title("本市内移交无需征求意见", "Inside the city no consent is needed"),
            Title(
                "该机构与现办理机关同属一市，请由值班领导直接移交。",
                "The office is of the same city. A duty leader transfers the case there directly.",
            ),
        ),
        "receiving-window-closed": Explanation(
            Title("接收单位窗口暂停办理", "The receiving window is closed"),
            Title(
                "拟接收单位的窗口目前也暂停办理此项业务，请另选已恢复的单位。",
                "The window that would receive the case is closed for this service too. Choose "
                "one that is open.",
            ),
        ),
        "another-offer": Explanation(
            Title("拟接收单位已变更", "Another office is offered"),
            Title(
                "车辆管理所已改为征求转至 to_office 所列单位的意见，请核对后重新答复。",
                "The office now offers another one, which stands under to_office. Please look "
                "again and answer.",
            ),
        ),
        "papers-not-of-an-officer": Explanation(
            Title("材料应由申请人提交", "Papers come from the applicant"),
            Title(
                "工作人员代为申请绿色通道的，不提交材料，由值班领导注明核实依据。",
                "An officer who asks for the green channel hands in no papers. The duty leader "
                "says by what the ground was seen to be true.",
            ),
        ),
    }
)
