"""How far a city has come, in one plain sentence."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from domain.offices.business import DONE_AT
from domain.offices.tree import OFFICES, REGIONS
from domain.prefectures.openness import open_on
from domain.prefectures.state import Prefecture
from domain.prefectures.step import Step, TrafficClass
from domain.titles import Title

_STEPS: Final[Mapping[Step, Title]] = {
    Step.FIRST: Title(
        "第一步，恢复车管所窗口补、换牌证和核发临时行驶车号牌业务",
        "step 1 (papers and temporary plates at the vehicle office)",
    ),
    Step.SECOND: Title(
        "第二步，分所、服务站等便民服务窗口恢复补、换牌证业务",
        "step 2 (papers at branches and service stations too)",
    ),
    Step.THIRD: Title(
        "第三步，恢复列入本市清单的车辆登记、安全技术检验和驾驶人考试业务",
        "step 3 (what the city lists of registration, inspection and examination)",
    ),
    Step.FOURTH: Title("第四步，恢复全部车驾管业务", "step 4 (all business)"),
}


def sentence(region: str, prefecture: Prefecture, day: date) -> Title:
    """The class, the step and the first day of either."""
    name = REGIONS[region].title
    held = prefecture.step_decided(day)
    if held is None:
        return _unsuspended(name, prefecture, day)
    if prefecture.class_on(day) == TrafficClass.ONE:
        return _class_one(region, prefecture, day, held.effective_on)
    since = _day(held.effective_on)
    if held.step is Step.SUSPENDED:
        return Title(
            f"{name.zh}窗口业务自{since.zh}起暂停。",
            f"The windows of {name.en} have been closed since {since.en}.",
        )
    step = _STEPS[held.step]
    return Title(
        f"{name.zh}属交通管控二类地区，自{since.zh}起进入{step.zh}。",
        f"{name.en} is in class two and has been in {step.en} since {since.en}.",
    )


def _unsuspended(name: Title, prefecture: Prefecture, day: date) -> Title:
    """A window may be closed by itself, though the city has not suspended them all."""
    if any(prefecture.own(each.office, day) for each in prefecture.offices):
        return Title(
            f"{name.zh}没有全面暂停窗口业务，部分窗口按本市决定开放或者暂停。",
            f"{name.en} has not suspended its window business, but has decided on some windows.",
        )
    return Title(
        f"{name.zh}没有暂停窗口业务。", f"{name.en} has not suspended its window business."
    )


def _class_one(region: str, prefecture: Prefecture, day: date, suspended: date) -> Title:
    """The announcement of 23 February 2020 leaves it to the city what opens when."""
    name, closed = REGIONS[region].title, _since(suspended)
    if not any((own := prefecture.own(o.office, day)) and own.services for o in prefecture.offices):
        return Title(
            f"{name.zh}属交通管控一类地区，窗口业务{closed.zh}暂停，何时恢复、恢复哪些业务由本市决定。",
            f"{name.en} is in class one: its windows have been closed{closed.en}, and the city "
            "decides what opens when.",
        )
    standing = [o for o in prefecture.offices if o.services and suspended <= o.effective_on <= day]
    if _all_open(region, prefecture, day):
        since = _day(max(each.effective_on for each in standing))
        return Title(
            f"{name.zh}属交通管控一类地区，经本市决定，自{since.zh}起恢复全部窗口业务。",
            f"{name.en} is in class one. By decisions of the city all its windows have been open "
            f"since {since.en}.",
        )
    since = _day(min(each.effective_on for each in standing))
    return Title(
        f"{name.zh}属交通管控一类地区，经本市决定，自{since.zh}起恢复下列窗口业务，其余继续暂停。",
        f"{name.en} is in class one. By decisions of the city the business below has been open "
        f"since {since.en}; everything else stays closed.",
    )


def _all_open(region: str, prefecture: Prefecture, day: date) -> bool:
    return all(
        open_on(prefecture, office, group, day)
        for office in OFFICES.values()
        if office.region_code == region
        for group in DONE_AT[office.kind]
    )


def _since(day: date) -> Title:
    """Nothing, where the class was decided before decisions had days."""
    named = _day(day)
    if day == date.min:
        return Title("", "")
    return Title(f"自{named.zh}起", f" since {named.en}")


def _day(day: date) -> Title:
    return Title(f"{day.month}月{day.day}日", f"{day.day} {day:%B}")
