"""Which days are provisional, because the holidays of their year are not known yet (ADR 27).

Monday to Friday are counted as working days then. When the notice is published, the day moves.
"""

from datetime import date
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.table import TERMS
from domain.clocks.terms import WorkingDays
from domain.titles import Title

IN_WORKING_DAYS: Final[frozenset[Clock]] = frozenset(
    {
        Clock.DECIDE,
        Clock.PRESELECT_HOLD,
        *(
            clock
            for clock, rules in TERMS.items()
            if any(isinstance(rule.value, WorkingDays) for rule in rules)
        ),
    }
)
"""The clocks that count working days. The terms of the first two stand with their subjects."""

MARK: Final = Title("暂定", "provisional")
_WHY: Final = Title(
    "暂定日期：{year}年节假日安排尚未公布，暂按周一至周五为工作日计算，公布后相应调整。",
    "Provisional: the holidays of {year} are not published yet, so Monday to Friday count as "
    "working days. The day moves when they are.",
)
_PUBLISHED: Final = Calendar()


def is_provisional(clock: str, on: date, calendar: Calendar = _PUBLISHED) -> bool:
    """Whether a clock counts working days and ends in a year without a notice."""
    return clock in IN_WORKING_DAYS and not calendar.is_published(on)


def why_provisional(on: date) -> Title:
    """What people are told of a provisional day."""
    return Title(_WHY.zh.format(year=on.year), _WHY.en.format(year=on.year))
