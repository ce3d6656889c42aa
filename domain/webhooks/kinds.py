"""The closed lists of a subscription. Their codes are stored for ever."""

from domain.choice import Choice


class WebhookStage(Choice):
    """``NONE`` is before a partner has one, and is never stored."""

    NONE = "none", "尚未登记", "None"
    ACTIVE = "active", "推送中", "Active"
    PAUSED = "paused", "已暂停", "Paused"
    ENDED = "ended", "已终止", "Ended"


class PauseReason(Choice):
    """Why nothing is sent for the time being."""

    UNREACHABLE = "unreachable", "对方系统长时间无法接收", "the partner has not answered for long"
    GONE = "gone", "对方答复地址已停用", "the partner said that the address is gone"
    BY_OFFICIAL = "by_official", "工作人员暂停", "an official has paused it"
