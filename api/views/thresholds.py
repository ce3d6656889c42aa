"""From which value on a figure is told in yellow or in red, alike on every page.

A figure turns red where a promise of the law is broken, and yellow where it soon will be. The
tones are those of the badges of the pages, which never stand alone: a word or a number is beside.
"""

from enum import StrEnum
from typing import Final, NamedTuple

from domain.titles import Title


class Alarm(StrEnum):
    """``act`` is yellow: somebody must act. ``bad`` is red."""

    PLAIN = ""
    ACT = "act"
    BAD = "bad"


class Threshold(NamedTuple):
    """The figure is yellow from ``act`` on, and red from ``bad`` on.

    A ``falling`` one is so below these values. ``why`` is told beside the figure.
    """

    act: float
    bad: float
    why: Title
    falling: bool = False

    def tone(self, value: float | None) -> Alarm:
        """The tone of a value. A share of nothing has none."""
        if value is None:
            return Alarm.PLAIN
        if self.falling:
            return Alarm.BAD if value < self.bad else Alarm.ACT if value < self.act else Alarm.PLAIN
        return Alarm.BAD if value >= self.bad else Alarm.ACT if value >= self.act else Alarm.PLAIN


_NEVER: Final = float("inf")

NEAR_DUE_DAYS: Final = 2
"""Working days: so long before its last day a case can still be done by whoever has it."""

THRESHOLDS: Final = {
    "backlog_overdue": Threshold(
        1,
        1,
        Title(
            "办理期限由法规规定，逾期一件即标红。",
            "The law sets the time limit, so a single case beyond it is red.",
        ),
    ),
    "near_due": Threshold(
        1,
        _NEVER,
        Title(
            f"{NEAR_DUE_DAYS}个工作日内到期的业务尚可按期办结，标黄提示。",
            f"What is due within {NEAR_DUE_DAYS} working days can still be done in time: yellow.",
        ),
    ),
    "on_time_rate": Threshold(
        1.0,
        0.95,
        Title(
            "应全部按期办结：低于100%标黄，低于95%标红。",
            "Everything must be decided in time: below 100% is yellow, below 95% red.",
        ),
        falling=True,
    ),
    "call_answer_rate": Threshold(
        0.9,
        0.8,
        Title(
            "电话有人接：接通率低于90%标黄，低于80%标红。",
            "Calls are to be answered: below 90% is yellow, below 80% red.",
        ),
        falling=True,
    ),
    "answered_in_time_rate": Threshold(
        1.0,
        0.95,
        Title(
            "咨询有人答：按时答复率低于100%标黄，低于95%标红。",
            "Questions are to be answered in time: below 100% is yellow, below 95% red.",
        ),
        falling=True,
    ),
    "transfer_rate": Threshold(
        0.1,
        0.2,
        Title(
            "不推诿、不扯皮：转接率达10%标黄，达20%标红。",
            "Nobody is to be sent around: a tenth passed on is yellow, a fifth red.",
        ),
    ),
    "hygiene_compliance": Threshold(
        1.0,
        0.9,
        Title(
            "消杀应当全部完成：低于100%标黄，低于90%标红。",
            "Every round of disinfection is to be done: below 100% is yellow, below 90% red.",
        ),
        falling=True,
    ),
    "centre_capacity_use": Threshold(
        0.9,
        1.0,
        Title(
            "网办中心负荷达90%标黄，达100%标红，应当增派人员或者添置设备。",
            "A centre needs people or equipment: from 90% of its capacity yellow, from 100% red.",
        ),
    ),
    "return_rate": Threshold(
        0.02,
        0.05,
        Title(
            "退件使群众多跑一趟：达2%标黄，达5%标红。",
            "A parcel that returns costs a citizen a way: yellow from 2%, red from 5%.",
        ),
    ),
}
"""By the codes of the figures. ``near_due`` counts cases due within ``NEAR_DUE_DAYS``."""
