"""The words of D09, and its law (139 art. 73)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.titles import Title

LAW: Final = Law("139", "73", verified=True)

TITLE: Final = Title("延期换领驾驶证", "Deferral of licence renewal")
REASON: Final = Title("原因", "reason")

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "issued_elsewhere": Title(
            zh="延期换领驾驶证应当向驾驶证核发地车辆管理所申请。该驾驶证不是河南省核发的，请向核发地申请。",
            en="Deferral is granted by the issuing office only. This licence was not issued in "
            "Henan: apply where it was issued.",
        ),
        "licence_long_term": Title(
            zh="长期有效的驾驶证不需要换领，也不需要延期。",
            en="A long-term licence does not expire, so there is nothing to defer.",
        ),
        "R-TOO-LATE": Title(
            zh="网上申请延期应当在驾驶证有效期满一个月前提出。请在有效期满前到车辆管理所窗口申请；"
            "已经期满的，请到窗口咨询。",
            en="Online, deferral must be applied for one month before the licence expires. Apply "
            "at the window before it expires; after that, ask there.",
        ),
        "deferral_not_later": Title(
            zh="延期截止日期应当晚于驾驶证有效期截止日期，请更正。",
            en="The day asked for must be later than the expiry of the licence.",
        ),
        "deferral_too_long": Title(
            zh="延期最长不超过三年，请选择有效期满之日起三年以内的日期。",
            en="A deferral lasts three years at most. Choose a day within three years of expiry.",
        ),
    }
)

LAWS: Final[Mapping[str, Law]] = MappingProxyType(
    {
        "issued_elsewhere": LAW,
        "deferral_too_long": LAW,
        "document_missing_deferral_proof": LAW,
    }
)
"""The article behind a rule, where there is one."""
