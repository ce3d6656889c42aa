"""Why a till holds another sum than its books."""

from domain.choice import Choice


class DifferenceCause(Choice):
    """Why more or less was counted than the books say, as far as the officer knows."""

    CHANGE = "change", "找零差错", "wrong change was given"
    COUNTERFEIT = "counterfeit", "收到假币", "counterfeit money was taken"
    CARD_FAILED = "card_failed", "刷卡未成功", "a payment by card did not go through"
    WRONG_MEANS = "wrong_means", "现金与刷卡登记混淆", "cash was recorded as card, or card as cash"
    NOT_RECORDED = "not_recorded", "收款漏登记", "a payment was not recorded"
    RECORDED_IN_ERROR = "recorded_in_error", "误登记收款", "a payment was recorded in error"
    UNKNOWN = "unknown", "原因不明，待查", "not known, to be looked into"
