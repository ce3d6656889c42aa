"""What an applicant is told of a decision that has no code for its reason, and of his money."""

from collections.abc import Mapping
from typing import Final

from domain.choice import Choice
from domain.titles import Title


class RefundRoute(Choice):
    SAME_ACCOUNT = (
        "same_account",
        "原路退回付款账户，无须另行申请",
        "back to the account that paid, without any further request",
    )
    CASHIER = (
        "cashier",
        "凭缴费凭证到收费窗口退还",
        "at the cashier's window, against the receipt",
    )


class RefundStatus(Choice):
    """How far a refund is. Whoever moves the money answers for the rest of the way."""

    ORDERED = "ordered", "已决定退还", "refund decided"
    NOTHING = "nothing", "无应退费用", "nothing is to be paid back"


VOIDED: Final = Title(
    "预选信息与登记信息不符（{why}），预选号码作废，二年内不能网上预选号牌。",
    "What was entered differs from the registration ({why}), so the reservation is void, and no "
    "number is chosen online for two years.",
)
WHY: Final[Mapping[str, Title]] = {
    "PaymentExpired": Title(
        "未在规定时间内缴清费用，申请自动终止。",
        "The fee was not paid in time, so the application lapsed.",
    ),
    "CorrectionExpired": Title(
        "未在规定期限内补齐一次告知的全部内容，申请终止办理。",
        "What was asked for was not supplied in time, so the application lapsed.",
    ),
    "PickupExpired": Title(
        "未在保管期限内到窗口领取，业务终止办理。",
        "Nobody collected it in time, so the case lapsed.",
    ),
    "CaseLapsed": Title(
        "未在规定期限内办理，业务终止。", "Nothing was done in time, so the case lapsed."
    ),
    "ExamineeAbsent": Title(
        "未按时参加考试，按考试不合格处理，计入考试次数。",
        "Nobody came to the examination, which counts as an attempt that was not passed.",
    ),
    "ReservationExpired": Title(
        "未在保留期限内办理机动车登记，预选号码失效，二年内不能网上预选号牌。",
        "The vehicle was not registered in time, so the reservation has ended, and no number is "
        "chosen online for two years.",
    ),
    "WithdrawalDenied": Title(
        "申请已经受理，撤回须经办理机关同意；经审查不同意撤回，业务继续办理。",
        "After acceptance a withdrawal needs the consent of the office. It was not given, and the "
        "case goes on.",
    ),
    "GreenChannelDenied": Title(
        "经值班领导审查，不符合绿色通道的适用情形，按正常顺序办理。",
        "The duty leader found no ground for the green channel. The case keeps its ordinary turn.",
    ),
    "DecisionServed": Title(
        "已按简易程序作出处罚决定，并送达处罚决定书。",
        "A penalty was decided by the simple procedure, and the decision was served.",
    ),
    "StatementRejected": Title(
        "对您提出的事实、理由和证据进行了复核，陈述申辩理由不成立；您仍可以对违法事实表示无异议，"
        "也可以等待处罚决定。",
        "What you have said was looked into, and the facts stand. You may still accept them, or "
        "wait for the decision.",
    ),
    "StatementUpheld": Title(
        "对您提出的事实、理由和证据进行了复核，陈述申辩理由成立，本次违法行为不予处罚、不予记分。",
        "What you have said was looked into and is right. Nobody is punished, and no points count.",
    ),
    "CaseWithdrawn": Title("申请人撤回申请。", "The applicant withdrew the application."),
    "WithdrawalGranted": Title(
        "申请人申请撤回，经办理机关同意。",
        "The applicant asked to withdraw, and the office agreed.",
    ),
}
"""By the name of the event."""
NOT_CHOSEN: Final = Title(
    "邮件退回后，未在保管期限内选择重新寄递或者到窗口领取，业务终止办理。",
    "After the parcel came back, neither a new posting nor a pick-up was chosen in time, so the "
    "case lapsed.",
)
PUBLISHED_RULES: Final = Title(
    "车辆管理所公布的业务办理规定", "the published rules of the vehicle office"
)
KEPT: Final = Title(
    "牌证已制作的，工本费不退；已经寄出的，邮寄费不退。",
    "The fee stays where the document was made, and the postage where it was posted.",
)
UNDER_RECONSIDERATION: Final = Title(
    "您已申请行政复议，请等待复议决定。复议期间，原决定不停止执行。",
    "You have applied for reconsideration. Please wait for its decision. The first decision stays "
    "in force meanwhile.",
)
