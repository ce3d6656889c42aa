"""Whether the doors of a hall stand open, and if not, why."""

from typing import NamedTuple

from domain.choice import Choice
from domain.hall_measures.precautions import Precautions
from domain.halls.choices import HallArea, StaffDuty
from domain.halls.state import Hall, HallStage


class DoorsWhy(Choice):
    """Why the doors stand open or not. The codes stand in answers, so they stay."""

    OPEN = "open", "大厅已开门", "the hall is open"
    CHECKS_MISSING = (
        "checks_missing",
        "当日晨检、消杀尚未完成，暂不开门",
        "the checks of the day are not complete yet",
    )
    NOT_OPENED = "not_opened", "尚未到开门时间", "the doors have not been opened yet"
    CLOSED = "closed", "大厅今日已关闭", "the doors were closed again today"


class Doors(NamedTuple):
    """``staff`` and ``areas`` are those of which the checks are missing before it opens."""

    open: bool
    why: DoorsWhy
    staff: tuple[StaffDuty, ...] = ()
    areas: tuple[HallArea, ...] = ()


def doors(current: Hall, areas: tuple[HallArea, ...], kept: Precautions) -> Doors:
    """What people are told before they come. It is pure.

    ``areas`` are those that are disinfected before a hall opens of which nothing was recorded.
    """
    if current.stage is HallStage.OPEN:
        return Doors(True, DoorsWhy.OPEN)
    if current.stage is HallStage.CLOSED:
        return Doors(False, DoorsWhy.CLOSED)
    staff = tuple(current.staff_missing(kept))
    missing = areas if current.stage is HallStage.NEW else tuple(current.areas_missing())
    if kept.checks_before_opening and (staff or missing):
        return Doors(False, DoorsWhy.CHECKS_MISSING, staff, missing)
    return Doors(False, DoorsWhy.NOT_OPENED)
