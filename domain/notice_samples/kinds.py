"""The closed lists of samples. Their codes are stored for ever."""

from domain.choice import Choice


class NoticeSampleStage(Choice):
    """How far the latest sample has come. ``NONE`` is before the first, and is never stored."""

    NONE = "none", "尚无样例", "No sample yet"
    DUE = "due", "待发送", "To be sent"
    HANDED_OVER = "handed_over", "已发出", "Sent"
    TURNED_AWAY = "turned_away", "网关拒收", "Refused by the gateway"


class SampleLanguage(Choice):
    """In which language a sample is sent. Citizens get both in one message."""

    BOTH = "both", "中英文（与实际发送一致）", "both, as it is sent"
    CHINESE = "zh", "仅中文", "Chinese only"
    ENGLISH = "en", "仅英文", "English only"
