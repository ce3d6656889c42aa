"""The closed lists of grounds that events and commands of this chapter carry."""

from domain.choice import Choice


class DefectCode(Choice):
    """What is wrong with a paper."""

    MISSING = "missing", "未提供", "missing"
    UNREADABLE = "unreadable", "不清晰，无法辨认", "not legible"
    EXPIRED = "expired", "已过有效期", "no longer valid"
    MISMATCH = "mismatch", "与登记信息不一致", "does not match the register"
    WRONG_KIND = "wrong_kind", "材料种类不符", "not the paper that is asked for"
    BAD_PHOTO = "bad_photo", "照片不符合标准", "the photo does not meet the standard"
    NOT_SIGNED = "not_signed", "未签字或者未盖章", "not signed or sealed"


class OnSiteReason(Choice):
    SUSPICION = "suspicion", "存在疑问，需要当面核实", "a doubt to be settled in person"
    PHOTO = "photo", "需要现场采集照片", "a photo to be taken at the window"
    PLATE_MOUNTING = "plate_mounting", "需要现场安装号牌", "plates to be mounted at the office"


class PaymentFailure(Choice):
    DECLINED = "declined", "银行拒绝支付", "declined by the bank"
    TIMED_OUT = "timed_out", "支付超时", "timed out"
    CANCELLED = "cancelled", "支付已取消", "cancelled by the payer"
