"""What those who lead look at first: what is late, what soon will be, and what rests."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from api.views.thresholds import NEAR_DUE_DAYS, THRESHOLDS, Alarm
from domain.case.stage import Stage
from domain.titles import Title
from projections.throughput import measures
from projections.throughput.due_days import (
    IN_THREE_DAYS,
    LATE,
    NEAR,
    TODAY,
    TOMORROW,
    due_days,
)
from projections.throughput.lines import Line
from projections.throughput.plain import HELD as AT_STAGE
from projections.throughput.plain import IN_HAND
from projections.throughput.spans import DayRange

ALL: Final = "all"
HELD: Final = "held"
RETURNED: Final = "returned"


class Concern(NamedTuple):
    """A count of open cases with its list. ``threshold`` is the code of the one it has."""

    code: str
    title: Title
    meaning: Title
    measure: str
    threshold: str | None = None

    def of(self, line: Line) -> int:
        return line.in_hand if self.measure == IN_HAND else line.counts.get(self.measure, 0)

    def tone(self, cases: int) -> Alarm:
        return THRESHOLDS[self.threshold].tone(cases) if self.threshold else Alarm.PLAIN


CONCERNS: Final = (
    Concern(
        ALL,
        Title("在办", "In hand"),
        Title("尚未终结的业务。", "Cases that have not ended."),
        IN_HAND,
    ),
    Concern(
        LATE,
        Title("逾期", "Late"),
        Title(
            "已超过当前办理期限的业务，暂停计时的不计。",
            "Cases whose time limit has passed; those on hold are left out.",
        ),
        f"{measures.DUE}:{LATE}",
        "backlog_overdue",
    ),
    Concern(
        TODAY,
        Title("今日到期", "Due today"),
        Title("办理期限至今日届满的业务。", "Cases whose time limit ends today."),
        f"{measures.DUE}:{TODAY}",
        "near_due",
    ),
    Concern(
        TOMORROW,
        Title("明日到期", "Due tomorrow"),
        Title("办理期限至明日届满的业务。", "Cases whose time limit ends tomorrow."),
        f"{measures.DUE}:{TOMORROW}",
    ),
    Concern(
        IN_THREE_DAYS,
        Title("3日内到期", "Due within 3 days"),
        Title(
            "办理期限自今日起3日内届满的业务，含今日。",
            "Cases whose time limit ends within three days, today included.",
        ),
        f"{measures.DUE}:{IN_THREE_DAYS}",
    ),
    Concern(
        NEAR,
        Title("临期", "Near due"),
        Title(
            f"办理期限在{NEAR_DUE_DAYS}个工作日内届满的业务，含今日到期的。",
            f"Cases whose time limit ends within {NEAR_DUE_DAYS} working days, today included.",
        ),
        f"{measures.DUE}:{NEAR}",
        "near_due",
    ),
    Concern(
        HELD,
        Title("暂停计时", "On hold"),
        Title(
            "因窗口暂停、期限延长等原因暂停计时的业务。",
            "Cases whose time limit rests, such as while a window is closed.",
        ),
        measures.ON_HOLD,
    ),
    Concern(
        RETURNED,
        Title("邮件退回", "Returned parcels"),
        Title("邮件被退回、尚未再次寄出或者领取的业务。", "Cases whose parcel came back."),
        AT_STAGE[Stage.RETURNED],
    ),
)
BY_CODE: Final[Mapping[str, Concern]] = {each.code: each for each in CONCERNS}


def due_on(today: date) -> Mapping[str, DayRange]:
    """The days of what is due, by the codes of the concerns."""
    return due_days(today, NEAR_DUE_DAYS)
