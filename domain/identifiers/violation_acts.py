"""What the codes of violations stand for that cameras record most (GA/T 16.31)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

ACTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "1018": Title("机动车不在机动车道内行驶的", "driving outside the lanes for motor vehicles"),
        "1019": Title("机动车违反规定使用专用车道的", "driving in a lane reserved for others"),
        "1039": Title(
            "机动车违反规定停放、临时停车，妨碍其他车辆、行人通行的",
            "parking or stopping where it is not allowed and in the way of others",
        ),
        "1208": Title(
            "机动车通过有灯控路口时，不按所需行进方向驶入导向车道的",
            "entering a junction in the lane of another direction",
        ),
        "1223": Title(
            "驾驶时拨打接听手持电话等妨碍安全驾驶的", "using a telephone in the hand while driving"
        ),
        "1301": Title("机动车逆向行驶的", "driving against the direction of traffic"),
        "1344": Title("机动车违反禁令标志指示的", "disregarding a prohibitory sign"),
        "1345": Title("机动车违反禁止标线指示的", "disregarding a prohibitory road marking"),
        "1625": Title("驾驶机动车违反道路交通信号灯通行的", "disregarding a traffic light"),
    }
)


def act_of(code: str) -> Title:
    """The code with its words beside it. A code of which none are known stands alone."""
    known = ACTS.get(code)
    if known is None:
        return Title(code, code)
    return Title(f"{known.zh}（代码{code}）", f"{known.en} (code {code})")
