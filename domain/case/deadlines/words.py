"""What people read in this chapter: what happened, what can be done, why not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title
from domain.wording import Explanation

EVENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "ClockStopped": Title("办理期限中止计算", "Statutory clock stopped"),
        "ClockRestarted": Title("办理期限继续计算", "Statutory clock goes on"),
        "DeadlineExtended": Title("期限已延长", "Deadline extended"),
        "DeadlineBroughtForward": Title("期限已提前", "Deadline brought forward"),
        "CaseLapsed": Title("逾期终止办理", "Case lapsed"),
    }
)
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "by_law": Title("不计延长措施的原期限", "day without the relief"),
        "clock": Title("期限事项", "deadline for"),
        "days_left": Title("剩余工作日", "working days left"),
        "ground": Title("提前依据", "ground of the earlier day"),
        "new": Title("新期限", "new day"),
        "old": Title("原期限", "old day"),
        "relief": Title("顺延依据", "ground of the extension"),
        "since": Title("重新起算日", "counts from"),
    }
)
COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "CountReliefs": Title("按期限延长措施重新计算期限", "Count the deadlines under relief"),
        "FollowOpenings": Title("按窗口开放情况处理", "Follow the openings of windows"),
        "RecountDeadline": Title("重新计算期限", "Count the deadline again"),
        "PassDeadline": Title("期限届满处理", "Act on the passed deadline"),
    }
)
REFUSALS: Final[Mapping[str, Explanation]] = MappingProxyType(
    {
        "deadline-not-passed": Explanation(
            Title("期限尚未届满", "The deadline has not passed"),
            Title(
                "期限届满前不能作此处理。", "This cannot be done before the deadline has passed."
            ),
        ),
        "basis-of-windows": Explanation(
            Title("不得引用窗口业务决定", "A decision about windows cannot be the basis"),
            Title(
                "窗口业务决定生效后，系统自动暂停、恢复相关案件；手工设置或者解除暂缓办理的，"
                "请填写其他依据。",
                "When a decision about windows takes effect, cases are held and released by it. "
                "A hold that somebody sets or lifts himself has another basis.",
            ),
        ),
    }
)
