"""How far a city has come is told as its decisions say it, on whatever day is asked about."""

from datetime import date

from api.pages.openings.sentence import sentence
from cheguan.town.openings import decided
from domain.prefectures.prefecture import PREFECTURE


def told(region: str, day: date) -> str:
    return sentence(region, decided()[region], day).zh


def test_class_one_waits_for_its_own_decision() -> None:
    assert told("410100", date(2020, 2, 26)).endswith("何时恢复、恢复哪些业务由本市决定。")


def test_what_class_one_has_opened_is_not_told_to_be_suspended() -> None:
    assert told("411300", date(2020, 3, 20)) == (
        "南阳市属交通管控一类地区，经本市决定，自3月16日起恢复下列窗口业务，其余继续暂停。"
    )
    assert told("411300", date(2020, 6, 2)) == (
        "南阳市属交通管控一类地区，经本市决定，自6月1日起恢复全部窗口业务。"
    )


def test_class_two_tells_its_step_and_what_the_step_opens() -> None:
    assert told("410300", date(2020, 2, 24)) == (
        "洛阳市属交通管控二类地区，自2月24日起进入第一步，"
        "恢复车管所窗口补、换牌证和核发临时行驶车号牌业务。"
    )
    assert told("410300", date(2020, 1, 30)) == "洛阳市窗口业务自1月24日起暂停。"


def test_nothing_is_suspended_where_nobody_has_decided() -> None:
    found = sentence("410300", PREFECTURE.initial, date(2020, 1, 2))
    assert found.zh == "洛阳市没有暂停窗口业务。"
