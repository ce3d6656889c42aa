"""What people read in this chapter: what happened, what can be done, why not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title
from domain.wording import Explanation

EVENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "DeadlineWarningRaised": Title("期限预警", "Deadline warning raised"),
        "DeadlineWarningAnswered": Title("期限预警已处置", "Deadline warning answered"),
    }
)
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "due_on": Title("到期日", "due on"),
        "level": Title("预警级别", "level"),
        "measure": Title("处置措施", "what is done"),
        "done_by": Title("预计办完日期", "will be done by"),
    }
)
COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "RaiseDeadlineWarning": Title("发出期限预警", "Warn of a deadline"),
        "AnswerDeadlineWarning": Title("处置期限预警", "Say what is done about the deadline"),
    }
)
REFUSALS: Final[Mapping[str, Explanation]] = MappingProxyType(
    {
        "warning-not-due": Explanation(
            Title("未到预警时间", "There is time enough"),
            Title(
                "此案件并不等待该期限，或者期限尚早，无须预警。",
                "The case does not wait for that day, or the day is not near.",
            ),
        ),
        "warning-goes-higher": Explanation(
            Title("须由上一级处置", "Somebody above you answers"),
            Title(
                "今日到期的，由单位值班领导处置；已逾期的，由市级车辆管理所处置。",
                "What is due today is answered by the duty leader of the office, and what is "
                "overdue by the city.",
            ),
        ),
    }
)
