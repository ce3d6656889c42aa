"""Whose turn it is, while whoever looks has nothing to do himself."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from domain.case.grounds import Hold
from domain.case.stage import FINAL, Stage
from domain.case.state import Case
from domain.titles import Title
from projections.tracking.tone import Tone, tone_of

_OFFICE: Final = Title(
    "现在由{office}办理，您无须操作", "{office} is at work; there is nothing for you to do"
)
_HELD: Final = Title(
    "现在暂停办理，您无须操作", "It rests for the time being; there is nothing for you to do"
)
_ELSEWHERE: Final[Mapping[Stage, Title]] = MappingProxyType(
    {
        Stage.IN_POST: Title(
            "现在由邮政寄递，请留意收件",
            "The post is bringing it; please be there to receive it",
        ),
        Stage.DELIVERED: Title(
            "牌证已送达，由{office}办结", "It has been delivered; {office} completes the case"
        ),
    }
)


def turn_of(stage: Stage, office: Title, holds: Collection[Hold], *, his: bool) -> Title | None:
    """None where it is his own turn, or nobody's any more."""
    if his or stage in FINAL:
        return None
    if holds:
        return _HELD
    return _ELSEWHERE.get(stage, _OFFICE).filled(office=office)


def hands_of(current: Case, office: Title) -> Title:
    """Who has the case, for an officer who has nothing to do in it."""
    if current.stage in FINAL:
        return Title("此业务已经终结", "The case is closed")
    if current.holds:
        return Title("此业务现在暂停办理", "The case rests for the time being")
    if tone_of(current.stage) is Tone.ACT or current.offer:
        return Title("现在等申请人办理", "It is the applicant's turn")
    if current.stage is Stage.IN_POST:
        return Title("现在由邮政寄递", "It is in the post")
    if current.reviewer and current.stage is Stage.IN_REVIEW:
        return Title(
            f"现在由{office.zh}审核人 {current.reviewer} 办理",
            f"It is with the reviewer {current.reviewer} of {office.en}",
        )
    return Title(f"现在由{office.zh}办理", f"It is with {office.en}")
