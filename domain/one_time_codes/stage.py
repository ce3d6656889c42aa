"""How far a one-time code has come. That its time is over is seen from the clock alone."""

from domain.choice import Choice


class OneTimeCodeStage(Choice):
    """``NONE`` is the code before its first event, and is never stored."""

    NONE = "none", "尚未获取", "Not asked for"
    REQUESTED = "requested", "待验证", "To be confirmed"
    CONFIRMED = "confirmed", "已验证", "Confirmed"
    SPENT = "spent", "输入次数已用完", "No tries left"
    USED = "used", "已使用", "Used"
