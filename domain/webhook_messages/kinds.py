"""The closed lists of a message to a partner. Their codes are stored for ever."""

from domain.choice import Choice


class WebhookMessageStage(Choice):
    """``NONE`` is before the first event, and is never stored."""

    NONE = "none", "尚未生成", "Not written"
    DUE = "due", "待发送", "To be sent"
    WAITING = "waiting", "等待重试", "Waits for another try"
    HELD = "held", "暂存，待恢复推送", "Kept until it is resumed"
    DELIVERED = "delivered", "已送达", "Taken by the partner"
    DROPPED = "dropped", "不再发送", "Not sent any more"


class MessageFailure(Choice):
    """Why it was not taken. With ``PAUSED`` and ``BEHIND`` it was not tried."""

    STATUS = "status", "对方答复错误状态", "the partner answered with an error"
    REDIRECTED = "redirected", "对方要求转向其他地址", "the partner pointed to another address"
    GONE = "gone", "对方答复地址已停用", "the partner said that the address is gone"
    TIMED_OUT = "timed_out", "对方未在时限内答复", "the partner did not answer in time"
    UNREACHABLE = "unreachable", "无法连接对方", "the partner could not be reached"
    NAME_UNKNOWN = "name_unknown", "域名无法解析", "the name of his address is not known"
    ADDRESS_REFUSED = "address_refused", "地址不在公网，已拒绝连接", "the address is not public"
    PAUSED = "paused", "推送已暂停", "it is paused"
    BEHIND = "behind", "对方暂时无法接收", "the partner has just not taken an earlier one"
