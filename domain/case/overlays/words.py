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
        "CaseTransferred": Title("转由其他车辆管理所办理", "Transferred to another office"),
        "HoldSet": Title("暂缓办理", "Put on hold"),
        "HoldReleased": Title("恢复办理", "Hold released"),
    }
)
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
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
        "TransferCase": Title("移交其他车辆管理所", "Transfer to another office"),
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
        "papers-not-of-an-officer": Explanation(
            Title("材料应由申请人提交", "Papers come from the applicant"),
            Title(
                "工作人员代为申请绿色通道的，不提交材料，由值日领导注明核实依据。",
                "An officer who asks for the green channel hands in no papers. The duty leader "
                "says by what the ground was seen to be true.",
            ),
        ),
    }
)
