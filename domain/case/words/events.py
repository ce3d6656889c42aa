"""What happened, as the applicant reads it in the timeline of his case."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

EVENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "CaseSubmitted": Title("申请已提交", "Application submitted"),
        "PaymentReceived": Title("费用已缴纳", "Payment received"),
        "PaymentFailed": Title("缴费未成功", "Payment failed"),
        "PaymentExpired": Title("逾期未缴费", "Not paid in time"),
        "CaseAccepted": Title("申请已受理", "Application accepted"),
        "DeemedAccepted": Title(
            "期限内未通知补正，自收到申请之日起视为受理",
            "Counted as accepted from the day of receipt, as no correction was asked in time",
        ),
        "CorrectionRequested": Title("一次告知：需要补正材料", "Correction requested"),
        "CorrectionSupplied": Title("补正材料已提交", "Correction supplied"),
        "CorrectionExpired": Title("逾期未补正", "Correction not supplied in time"),
        "NotAccepted": Title("不予受理", "Application not accepted"),
        "MovedToOnSite": Title("转为现场办理，请到窗口", "To be handled at the window"),
        "OnSiteVisitRecorded": Title("已到窗口现场办理", "Visit to the window recorded"),
        "ReviewStarted": Title("开始审核", "Review started"),
        "CheckResultRecorded": Title("核查结果已记录", "Result of a check recorded"),
        "CheckOverridden": Title(
            "经值日领导批准，按特殊情况办理", "Failed check set aside by the duty leader"
        ),
        "CaseApproved": Title("准予办理", "Application approved"),
        "CaseRefused": Title("不予办理", "Application refused"),
        "RecordChanged": Title("登记信息已变更", "Register changed"),
        "DeferralGranted": Title("准予延期", "Deferral granted"),
        "DeferralRevoked": Title("延期已取消", "Deferral undone"),
        "TempPlateIssued": Title("临时行驶车号牌已核发", "Temporary plate issued"),
        "ProductionOrdered": Title("开始制作牌证", "Production started"),
        "DocumentProduced": Title("牌证制作完成", "Plates or document made"),
        "OldPlateReturned": Title("旧牌证已交回", "Old plate or document handed in"),
        "LossDeclared": Title("已声明遗失，原牌证作废", "Loss declared; the old one is void"),
        "HandedToPost": Title("已交邮政寄出", "Handed to postal express"),
        "ParcelScanned": Title("邮件运输中", "Parcel under way"),
        "DeliveryFailed": Title("邮件投递未成功", "Delivery attempt failed"),
        "ParcelDelivered": Title("邮件已妥投", "Parcel delivered"),
        "ParcelReturned": Title("邮件退回车辆管理所", "Parcel returned to the office"),
        "RepostRequested": Title("已申请重新寄递", "New posting requested"),
        "ChangedToPickup": Title("改为到窗口领取", "Changed to pick-up"),
        "ChangedToPost": Title("改为邮政寄递", "Changed to post"),
        "PickedUp": Title("已到窗口领取", "Picked up"),
        "PickupExpired": Title("逾期未领取", "Not picked up in time"),
        "CaseClosed": Title("业务办结", "Case completed"),
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
        "ClockStopped": Title("办理期限中止计算", "Statutory clock stopped"),
        "ClockRestarted": Title("办理期限继续计算", "Statutory clock goes on"),
        "DeadlineExtended": Title("期限已延长", "Deadline extended"),
        "ReconsiderationFiled": Title("已申请行政复议", "Reconsideration applied for"),
        "ReconsiderationDecided": Title("行政复议已有结果", "Reconsideration decided"),
        "CaseReopened": Title("重新办理", "Case reopened"),
        "DecisionRevoked": Title("原办理决定已撤销", "Decision revoked"),
        "CaseLapsed": Title("逾期终止办理", "Case lapsed"),
    }
)
