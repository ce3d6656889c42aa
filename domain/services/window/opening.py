"""Which group of services opens at which step, at which kind of office.

The announcement of 23 February 2020 opens plates, certificates and temporary plates at the first
step, the branches at the second, a part of registration, inspection and examinations at the third,
and everything at the fourth.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.offices.business import WindowGroup
from domain.titles import Title

FROM_THE_THIRD: Final = Title(
    "第三步起（列入本市恢复清单的），第四步全部恢复",
    "from step 3 if the prefecture lists it; from step 4 in any case",
)
STEPS: Final[Mapping[WindowGroup, Title]] = MappingProxyType(
    {
        WindowGroup.REISSUE_REPLACE: Title(
            "第一步（车管所窗口），第二步起分所、服务站",
            "step 1; branches and service stations from step 2",
        ),
        WindowGroup.TEMPORARY_PLATES: Title(
            "第一步（车管所窗口）", "step 1, at the vehicle office"
        ),
        WindowGroup.REGISTRATION: FROM_THE_THIRD,
        WindowGroup.INSPECTION: FROM_THE_THIRD,
        WindowGroup.EXAM: FROM_THE_THIRD,
        WindowGroup.OTHER: Title(
            "第四步（列入第三步恢复清单的除外）",
            "step 4, unless the prefecture lists it for step 3",
        ),
    }
)
"""When windows of a class-two area open, in words."""

ANY_TIME: Final = Title("绿色通道随时办理", "green channel at any time")
