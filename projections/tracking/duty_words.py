"""What an applicant is told that he has to do, how, and what happens otherwise."""

from collections.abc import Mapping
from typing import Final

from domain.case.intake.reasons import DefectCode
from domain.choice import Choice
from domain.titles import Title


class DutyKind(Choice):
    PAY = "pay", "请缴纳费用", "Please pay the fee"
    CORRECT = "correct", "请一次补齐下列内容", "Please put right what is listed"
    COME = "come", "请到窗口办理", "Please come to the window"
    CHOOSE_NUMBER = "choose_number", "请选定号牌号码", "Please choose a plate number"
    REGISTER = "register", "请到窗口办理登记", "Please register the vehicle at the window"
    ATTEND = "attend", "请按预约时间到场", "Please come to your appointment"
    SIT_EXAM = "sit_exam", "请按时参加考试", "Please sit the examination"
    ANSWER_FACTS = (
        "answer_facts",
        "请确认违法事实，或者陈述申辩",
        "Please accept the facts, or say what speaks against them",
    )
    RECEIVE = "receive", "请由本人签收邮件", "Please sign for the parcel in person"
    CHOOSE = "choose", "请选择重新寄递或者到窗口领取", "Please choose: posted again, or pick-up"
    COLLECT = "collect", "请到窗口领取", "Please collect it at the window"
    WAIT_OR_POST = "wait_or_post", "可以免费改为邮政寄递", "You may change to the post"
    ANSWER = "answer", "请答复是否同意转至外市办理", "May another city go on with it?"
    SETTLE = "settle", "请办结剩余事项", "Please settle what is open"
    NOT_DRIVE = "not_drive", "延期期间不得驾驶机动车", "Do not drive during the deferral"


PUT_RIGHT: Final[Mapping[DefectCode, Title]] = {
    DefectCode.MISSING: Title("请补充提供", "please supply it"),
    DefectCode.UNREADABLE: Title(
        "请重新拍摄或者扫描后上传，字迹、图像应当完整清晰",
        "please upload it again, whole and legible",
    ),
    DefectCode.EXPIRED: Title("请提供在有效期内的材料", "please supply one that is valid"),
    DefectCode.MISMATCH: Title(
        "请核对后提供与登记信息一致的内容",
        "please check it and supply what agrees with the register",
    ),
    DefectCode.WRONG_KIND: Title("请按所列种类重新提供", "please supply the paper that is named"),
    DefectCode.BAD_PHOTO: Title("请按照片标准重新拍摄后上传", "please take the photo again"),
    DefectCode.NOT_SIGNED: Title(
        "请签字或者盖章后重新提供", "please sign or seal it and supply it again"
    ),
}

PAY_ONLINE: Final = Title(
    "请凭查询码通过网上缴费渠道一次缴清。", "Pay the whole amount online, quoting the reference."
)
PAY_OR_LAPSE: Final = Title(
    "逾期未缴清的，本次申请自动终止；需要办理的，可以重新申请。",
    "If it is not paid by then the application lapses. You may apply again.",
)
PAID_WITH_THE_DOCUMENT: Final = Title(
    "案件重新办理，原缴费用已退还。制证前未在网上缴纳的，在领取或者签收时缴纳，不影响办理。",
    "It begins anew, and what was paid has gone back. If it is not paid online before the "
    "document is made, it is paid when that is received. The office goes on meanwhile.",
)
LAST_PAYMENT: Final = Title("上次缴费未成功：{reason}", "The last payment failed: {reason}")

CORRECT_ONLINE: Final = Title(
    "请登录提交申请的网页或者手机客户端，将下列各项一并补齐后提交。",
    "Sign in where you applied, and supply everything that is listed, all together.",
)
CORRECT_OR_LAPSE: Final = Title(
    "逾期未补齐的，本次申请终止办理，已缴费用依规定退还；需要办理的，可以重新申请。",
    "If it is not supplied by then the application lapses, and what was paid goes back. You may "
    "apply again.",
)

COME_WITH: Final = Title(
    "请由本人到{office}窗口办理。", "Please come in person to the window: {office}."
)
COME_LATER: Final = Title(
    "{office}暂停窗口业务，请先不要前往；窗口恢复后另行告知，届时由本人前往办理。",
    "The window is closed: {office}. Please do not come yet. You will be told when it is open "
    "again, and come in person then.",
)
NO_LAST_DAY_TO_COME: Final = Title(
    "未规定截止日期。到窗口办理前，办理期限暂停计算，申请继续有效。",
    "No last day is set. Until you come the term of the office stands still, and the application "
    "stays open.",
)
ID_CARD: Final = Title("本人身份证明原件", "your identity document, the original")
UPLOADED: Final = Title("已上传材料的原件", "the originals of what you uploaded")
REFERENCE: Final = Title("本业务查询码", "the reference of this application")
OLD_DOCUMENT: Final = Title(
    "需要交回的旧{document}（已遗失或者灭失的，当场声明）",
    "the old {document}, or your word on the spot if it is lost or destroyed",
)

CHOOSE_A_NUMBER: Final = Title(
    "请登录提交申请的网页或者手机客户端，在规定时间内选定一个号牌号码。",
    "Sign in where you applied, and choose a plate number while the session runs.",
)
CHOOSE_IN_THE_SESSION: Final = Title(
    "逾期未选定的，本次申请自动终止，不影响重新申请。",
    "If none is chosen by then the application lapses. You may apply again.",
)
REGISTER_AT: Final = Title(
    "号牌号码已为您保留。请到{office}办理机动车登记，所填信息应当与登记时提交的原件一致。",
    "The number is kept for you. Register the vehicle at the window: {office}. What you entered "
    "must agree with the originals.",
)
NUMBER_KEPT: Final = Title(
    "{office}暂停机动车登记业务，请先不要前往。号牌号码继续为您保留，恢复办理后至少再保留十五个工作日。",
    "No vehicles are registered for the time being: {office}. Please do not come yet. The number "
    "stays yours, for at least fifteen working days after the window is open again.",
)
REGISTER_OR_LAPSE: Final = Title(
    "逾期未办理登记，或者登记时信息不一致的，号码不再保留，二年内不能网上预选号牌号码。",
    "If the vehicle is not registered by then, or with other particulars, the number is free and "
    "you choose none online for two years.",
)
VEHICLE_PAPERS: Final = Title(
    "办理机动车登记所需材料的原件", "the originals that the registration asks for"
)
COME_ON_THE_DAY: Final = Title(
    "请按预约的日期和时段到{office}办理。", "Come on the day and in the period booked: {office}."
)
COUNTED_AS_MISSED: Final = Title(
    "不能前来的，请提前取消或者改期；未取消又未到场的，计爽约一次。",
    "If you cannot come, cancel or put it off before that day. Otherwise it counts as missed.",
)
SIT_ON_THE_DAY: Final = Title(
    "考试预约成功，请携带身份证明按时到考场参加考试。",
    "You have a place. Come to the examination site in time, with your identity document.",
)
ABSENT_IS_FAILED: Final = Title(
    "不能参加的，请提前取消预约；未取消又未参加的，按考试不合格处理。",
    "If you cannot come, cancel it before that day. Absence counts as failed.",
)
ACCEPT_OR_STATE: Final = Title(
    "请登录核对违法事实：无异议的予以确认，有异议的可以陈述申辩。",
    "Sign in and look at the facts. Accept them, or say what speaks against them.",
)
DECIDED_ALL_THE_SAME: Final = Title(
    "未确认的，交管部门将依法作出处理决定；陈述申辩不会加重处罚。",
    "If you do not answer, it is decided all the same. A statement never makes it worse.",
)

SIGN_IN_PERSON: Final = Title(
    "邮件由收件人本人凭身份证签收，请保持电话畅通。",
    "The recipient signs for it in person, against the identity card. Please stay reachable.",
)
TWICE_THEN_BACK: Final = Title(
    "两次投递未成功的，邮件退回车辆管理所，届时可以申请重新寄递或者改为到窗口领取。",
    "After two failed tries it goes back to the vehicle office. You may then have it posted again "
    "or collect it.",
)
KEPT_AT_THE_POST: Final = Title(
    "封闭管理期间，邮件暂存邮局，不作退回，也不计投递次数；解除后继续投递。",
    "While the area is closed the post office keeps it. It is not returned, and the try does not "
    "count. Delivery goes on afterwards.",
)
LAST_TRY: Final = Title("上次投递未成功：{reason}", "The last delivery failed: {reason}")

ASK_AGAIN: Final = Title(
    "请登录提交申请的网页或者手机客户端，申请重新寄递（邮寄费另计），或者改为到窗口领取。",
    "Sign in where you applied. Ask for a new posting, whose postage is extra, or change to "
    "pick-up.",
)
ONLY_PICKUP: Final = Title(
    "邮寄次数已满，请登录提交申请的网页或者手机客户端，改为到窗口领取。",
    "It was posted as often as may be. Sign in where you applied and change to pick-up.",
)
CHOOSE_OR_LAPSE: Final = Title(
    "逾期未选择的，本次业务终止办理；仍需要牌证的，应当重新申请。",
    "If nothing is chosen by then the case lapses. Whoever still needs it applies again.",
)

COLLECT_AT: Final = Title("请由本人到{office}领取。", "Please collect it in person: {office}.")
OR_BY_POST: Final = Title("不便领取的，可以改为邮政寄递。", "You may also change to the post.")
WAIT_OR_POST: Final = Title(
    "{office}暂停窗口业务，恢复后再来领取；也可以免费改为邮政寄递。",
    "The window is closed: {office}. Come when it is open again, or change to the post, free of "
    "charge.",
)
CHANGE_TO_POST: Final = Title(
    "您选择的领取地点{office}暂停窗口业务。请登录提交申请的网页或者手机客户端，"
    "可以免费改为邮政寄递。",
    "The window where you were to collect it is closed: {office}. Sign in where you applied, and "
    "change to the post, free of charge.",
)
WAIT_FOR_THE_OUTLET: Final = Title(
    "不改为邮寄的，申请照常办理，窗口恢复后再领取。",
    "Otherwise the application goes on all the same, and you collect it when the window is open "
    "again.",
)
ANSWER_OFFER: Final = Title(
    "您申请的业务在全省均可办理，车辆管理所拟转由{office}继续办理，请您答复是否同意。"
    "请登录提交申请的网页或者手机客户端答复。",
    "Any office of the province may do this. Yours asks whether this one may go on with your "
    "application: {office}. Sign in where you applied, and answer.",
)
NO_ANSWER: Final = Title(
    "不同意或者未答复的，申请仍由原车辆管理所办理；同意的，办理期限连续计算。",
    "If you decline, or do not answer, your office goes on. If you agree, the term runs on "
    "without a break.",
)
COLLECT_OR_LAPSE: Final = Title(
    "逾期未领取的，本次业务终止办理；仍需要牌证的，应当重新申请。",
    "If nobody collects it by then the case lapses. Whoever still needs it applies again.",
)

HAND_IN_AT: Final = Title(
    "{document}已送达，以下事项办完后业务办结。办理地点：{office}。",
    "It was delivered. The case ends once this is settled: {office}.",
)
NO_LAST_DAY_TO_SETTLE: Final = Title(
    "未规定截止日期，请尽早办理。", "No last day is set. Please see to it soon."
)
RENEW_IN_TIME: Final = Title(
    "准予延期的期限届满前，请办理被延期的事项；届满未办的，按逾期处理。",
    "See to what was deferred before the deferral ends. Afterwards it counts as overdue.",
)
RECEIPT: Final = Title(
    "本页载明查询码和延期后的日期，可以打印保存，作为准予延期的回执。",
    "This page names the reference and the later day. Print it and keep it as the receipt of the "
    "deferral.",
)

RESTS: Final = Title(
    "目前暂缓办理（{reason}），期限暂停计算，恢复办理后另行告知。",
    "The case is on hold ({reason}). The time does not run meanwhile, and you will be told when "
    "it does.",
)
FEE: Final = Title("工本费", "fee")
FINE: Final = Title("罚款", "fine")
ADDITIONAL: Final = Title("加处罚款", "additional penalty")
POSTAGE: Final = Title("邮寄费", "postage")
TO_PAY: Final = Title("应缴费用", "to pay")
