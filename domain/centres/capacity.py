"""How much a centre can do on a day, from who and what is there."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Annotated, Final

import msgspec

from domain.centres.choices import CentreShift, EquipmentCondition, EquipmentKind
from domain.centres.rules import CASES_AN_HOUR, PACE, SHIFT_HOURS
from domain.titles import Title

_NEEDED: Final = (EquipmentKind.SERVER, EquipmentKind.NETWORK_LINE)
_WORKS: Final = frozenset({EquipmentCondition.GOOD, EquipmentCondition.OLD})


class EquipmentItem(msgspec.Struct, frozen=True, gc=False):
    """An item of the centre with its number and its condition."""

    item: str
    equipment: EquipmentKind
    condition: EquipmentCondition = EquipmentCondition.GOOD

    @property
    def works(self) -> bool:
        return self.condition in _WORKS


class Means(msgspec.Struct, frozen=True, gc=False):
    """What there is to work with.

    On each shift so many officers are ``lacking``. ``good`` and ``old`` count the workstations
    that work; of a centre that never had one in its books nobody counts any, so ``counted`` is
    false. ``stopped``: all its servers or all its lines are out of order.
    """

    lacking: Annotated[int, Title("缺员人数", "officers lacking")] = 0
    good: Annotated[int, Title("完好工作站", "good workstations")] = 0
    old: Annotated[int, Title("老化工作站", "old workstations")] = 0
    counted: Annotated[bool, Title("已登记工作站", "workstations are counted")] = False
    stopped: Annotated[bool, Title("业务中断", "work is stopped")] = False


def means_of(items: Collection[EquipmentItem], lacking: int) -> Means:
    """The means of a centre with these items."""
    stations = [each for each in items if each.equipment is EquipmentKind.WORKSTATION]
    needed = [[e for e in items if e.equipment is kind] for kind in _NEEDED]
    return Means(
        lacking=lacking,
        good=sum(each.condition is EquipmentCondition.GOOD for each in stations),
        old=sum(each.condition is EquipmentCondition.OLD for each in stations),
        counted=bool(stations),
        stopped=any(kind and not any(each.works for each in kind) for kind in needed),
    )


def cases_a_day(officers: Mapping[CentreShift, int], means: Means, day: date) -> int:
    """How many applications the centre can handle on the day with so many officers on its shifts.

    Good workstations are taken before old ones, and who has none handles nothing.
    """
    if means.stopped:
        return 0
    pace, percent_hours = PACE.on(day), 0
    for shift, rostered in officers.items():
        here = max(0, rostered - means.lacking)
        at_good = min(here, means.good) if means.counted else here
        at_old = min(here - at_good, means.old)
        percent = at_good * pace[EquipmentCondition.GOOD] + at_old * pace[EquipmentCondition.OLD]
        percent_hours += percent * SHIFT_HOURS.on(day)[shift]
    return percent_hours * CASES_AN_HOUR.on(day) // 100
