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
        "clock": Title("期限事项", "deadline for"),
        "days_left": Title("剩余工作日", "working days left"),
        "ground": Title("提前依据", "ground of the earlier day"),
        "new": Title("新期限", "new day"),
        "old": Title("原期限", "old day"),
        "relief": Title("顺延依据", "ground of the extension"),
    }
)
COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "ExtendDeadline": Title("延长期限", "Extend the deadline"),
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
        "relief-not-later": Explanation(
            Title("期限只能顺延", "A relief only moves a deadline later"),
            Title("延期后的日期必须晚于原期限。", "The new day must lie after the old one."),
        ),
    }
)
