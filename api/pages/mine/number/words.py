"""What is said to whoever cannot have a number, and what he can do."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.case.reservation.reasons import TryRefused
from domain.titles import Title

_ANOTHER: Final = Title("请另选一个号码。", "Please choose another one.")
REFUSED: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "drawn-numbers-only": Title(
            "该号码的选取时间已过，或者不在本批号码之内。没有预选任何号码，请抽取下一批后再选。",
            "The time of that number is over, or it is not in this batch. Nothing was reserved. "
            "Draw the next batch, and choose one of it.",
        ),
        "batches-used-up": Title(
            "各批号码均已抽取完毕。本批尚在选取时间内的，请从本批中选定。",
            "All batches have been drawn. Choose from the last one while its time lasts.",
        ),
        "batch-out-of-turn": Title(
            "您在另一页面已经抽取了新的一批，请从下列号码中选定。",
            "A new batch was drawn from another page of yours. Choose from the one below.",
        ),
        "tries-used-up": Title(
            "试选次数已经用完，本次不能再试选。",
            "All tries are used up, so no more can be tried this time.",
        ),
        "plate-number-taken": Title(
            "该号码刚刚被他人预选或者核发，没有为您保留。请另选一个号码。",
            "Somebody else has just got this number, so it is not yours. Please choose another.",
        ),
        "plate-number-on-offer": _ANOTHER,
        "plate-number-kept": _ANOTHER,
        "vehicle-has-chosen": Title(
            "该机动车已经预选过号牌号码，每辆新车只能预选一次。请到车辆管理所窗口办理。",
            "A number was chosen for this vehicle before, and a new one may choose only once. "
            "Please come to the window of the vehicle office.",
        ),
        "not-at-this-stage": Title(
            "本次选号已经结束，请查看现在的办理情况。",
            "The choice is over. Please see how the application stands now.",
        ),
    }
)
"""By the problem that the API would name, in the words of the page on which one is."""
NOT_HAD: Final[Mapping[str, Title]] = MappingProxyType(
    {
        TryRefused.TAKEN: Title(
            "已被他人预选或者已核发给其他机动车，请换一个号码试选。",
            "somebody has reserved it, or another vehicle bears it. Please try another one.",
        ),
        TryRefused.ON_OFFER: Title(
            "正由他人选取。可以换一个号码，或者两分钟后再试。",
            "it is on offer to somebody else. Try another one, or this one in two minutes.",
        ),
        TryRefused.KEPT: Title(
            "正为原机动车所有人保留，请换一个号码试选。",
            "it is kept for the owner who had it before. Please try another one.",
        ),
    }
)
"""Why a number that was composed could not be had."""
