"""The words of a deferral, and its law (139 art. 73)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.services.guide_words import GuideWords
from domain.titles import Title

LAW: Final = Law("139", "73", verified=True)

BASE_ON: Final = Title("原到期日", "due before the deferral on")
REQUESTED_UNTIL: Final = Title("申请延期至", "requested until")
REASON: Final = Title("延期原因", "reason")
DUE_ON: Final = Title("办理截止日", "due on")
FIRST_ISSUED_ON: Final = Title("初次领证日期", "first issued on")
TOLD: Final = GuideWords(
    first=(
        Title(
            "网上申请应当在到期一个月前提出；延期最长不超过三年",
            "Online, apply a month before the day it is due; a deferral lasts three years at most",
        ),
    )
)

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "R-TOO-LATE": Title(
            zh="网上申请延期应当在到期一个月前提出。尚未到期的，请到驾驶证核发地车辆管理所窗口申请；"
            "已经到期的，请到窗口咨询。",
            en="Online, a deferral must be applied for one month before the day it is due. Until "
            "that day apply at the window of the vehicle office that issued the licence; after "
            "it, ask there.",
        ),
        "deferral_not_later": Title(
            zh="申请延期至的日期应当晚于原到期日，请更正。",
            en="The day asked for must be later than the day on which it is due now.",
        ),
        "deferral_too_long": Title(
            zh="延期最长不超过三年，请选择原到期日起三年以内的日期。",
            en="A deferral lasts three years at most. Choose a day within three years of the day "
            "on which it is due now.",
        ),
        "due_on_cycle": Title(
            zh="截止日应当为本记分周期或者上一记分周期结束后的第三十日（持有C5准驾车型且未满七十周岁的，"
            "按每三个记分周期计算），请按驾驶证上的初次领证日期核对。",
            en="The day must be the thirtieth after the end of the present points cycle or of the "
            "one before it; for holders of C5 under seventy, of every third cycle. Count from the "
            "first issue that the licence shows.",
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
