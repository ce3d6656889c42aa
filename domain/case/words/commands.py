"""What can be done with a case, as its button would say."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "SubmitCase": Title("提交申请", "Submit the application"),
        "RecordPayment": Title("登记缴费", "Record the payment"),
        "RecordPaymentFailure": Title("登记缴费失败", "Record a failed payment"),
        "AcceptCase": Title("受理", "Accept"),
        "DeclineAcceptance": Title("不予受理", "Decline to accept"),
        "RequestCorrection": Title("一次告知补正", "Request correction"),
        "SupplyCorrection": Title("提交补正材料", "Supply the correction"),
        "MoveToOnSite": Title("转现场办理", "Move to the window"),
        "RecordOnSiteVisit": Title("登记到窗口办理", "Record the visit to the window"),
        "StartReview": Title("开始审核", "Start the review"),
        "RecordCheck": Title("登记核查结果", "Record a check"),
        "OverrideCheck": Title("批准按特殊情况办理", "Set a failed check aside"),
        "ApproveCase": Title("准予办理", "Approve"),
        "RefuseCase": Title("不予办理", "Refuse"),
        "RevokeDeferral": Title("取消延期", "Undo the deferral"),
        "OrderProduction": Title("开始制证", "Order production"),
        "RecordProduction": Title("登记制证完成", "Record production"),
        "SettleOldDocument": Title("处理旧牌证", "Settle the old document"),
        "HandToPost": Title("交寄", "Hand to the post"),
        "RecordScan": Title("登记邮件轨迹", "Record a parcel scan"),
        "RecordFailedDelivery": Title("登记投递未成功", "Record a failed delivery"),
        "RecordDelivery": Title("登记妥投", "Record the delivery"),
        "RecordReturn": Title("登记退件", "Record the return"),
        "RequestRepost": Title("申请重新寄递", "Request a new posting"),
        "ChangeToPickup": Title("改为到窗口领取", "Change to pick-up"),
        "ChangeToPost": Title("改为邮政寄递", "Change to post"),
        "RecordPickup": Title("登记领取", "Record the pick-up"),
        "CloseCase": Title("办结", "Complete the case"),
        "WithdrawCase": Title("撤回申请", "Withdraw the application"),
        "GrantWithdrawal": Title("同意撤回", "Grant the withdrawal"),
        "DenyWithdrawal": Title("不同意撤回", "Deny the withdrawal"),
        "RequestGreenChannel": Title("申请绿色通道", "Request the green channel"),
        "GrantGreenChannel": Title("准予绿色通道", "Grant the green channel"),
        "DenyGreenChannel": Title("不准绿色通道", "Deny the green channel"),
        "TransferCase": Title("移交其他车辆管理所", "Transfer to another office"),
        "SetHold": Title("暂缓办理", "Put on hold"),
        "ReleaseHold": Title("恢复办理", "Release the hold"),
        "ExtendDeadline": Title("延长期限", "Extend the deadline"),
        "FileReconsideration": Title("申请行政复议", "Apply for reconsideration"),
        "RecordReconsiderationDecision": Title(
            "登记复议结果", "Record the decision on reconsideration"
        ),
        "ReopenCase": Title("重新办理", "Reopen the case"),
        "RevokeDecision": Title("撤销原办理决定", "Revoke the decision"),
        "PassDeadline": Title("期限届满处理", "Act on the passed deadline"),
    }
)
