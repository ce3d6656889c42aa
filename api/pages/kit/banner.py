"""What stands on top of every page of a demonstration: which day it is in the town."""

from typing import Final

from babel.dates import format_datetime

from api.desk import DemoClock
from api.language import Language
from domain.calendar import OFFICE_ZONE

_LOCALES: Final = {"zh": "zh_CN", "en": "en_GB"}
_NOW: Final = {"zh": "y年M月d日EEEE HH:mm", "en": "EEEE d MMMM y, HH:mm"}


def banner(clock: DemoClock | None, language: Language) -> str | None:
    """The sentence, or None where the wall clock is that of the service."""
    if clock is None:
        return None
    now = format_datetime(
        clock.now.astimezone(OFFICE_ZONE), _NOW[language], locale=_LOCALES[language]
    )
    pace = _pace(clock.speed, language)
    if language == "zh":
        return f"演示环境：小镇时间为{now}{pace}。人员、车辆和案件均为虚构。"
    return f"Demonstration: in the town it is {now}{pace}. People, vehicles and cases are made up."


def _pace(speed: float, language: Language) -> str:
    if speed == 1:
        return ""
    if speed == 0:
        return "，时钟已暂停" if language == "zh" else "; its clock stands still"
    text = f"{speed:,.6g}"
    if language == "zh":
        return f"，时间流逝速度为实际的 {text} 倍"
    return f"; its clock runs {text} times as fast as yours"
