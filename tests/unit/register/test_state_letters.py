"""The letters of state, which the police register gives and this one repeats."""

from domain.register.letters import marked
from domain.register.licence import LicenceState
from domain.register.vehicle import VehicleState

LICENCE = {
    "A": "正常",
    "B": "超分",
    "C": "转出",
    "D": "暂扣",
    "E": "撤销",
    "F": "吊销",
    "G": "注销",
    "H": "违法未处理",
    "I": "事故未处理",
    "J": "停止使用",
    "K": "扣押",
    "L": "锁定",
    "M": "逾期未换证",
    "N": "延期换证",
    "P": "延期体检",
    "R": "注销可恢复",
    "S": "逾期未审验",
    "T": "延期审验",
    "U": "扣留",
    "Z": "其他",
}
VEHICLE = {
    "A": "正常",
    "B": "转出",
    "C": "被盗抢",
    "D": "停驶",
    "E": "注销",
    "G": "违法未处理",
    "H": "海关监管",
    "I": "事故未处理",
    "J": "嫌疑车",
    "K": "查封",
    "L": "暂扣",
    "M": "强制注销",
    "N": "事故逃逸",
    "O": "锁定",
    "P": "达到报废标准公告牌证作废",
    "Q": "逾期未检验",
}


def test_every_letter_has_its_words() -> None:
    assert {state.value: state.zh for state in LicenceState} == LICENCE
    assert {state.value: state.zh for state in VehicleState} == VEHICLE


def test_a_licence_may_have_several_letters() -> None:
    review, violation = LicenceState("S"), LicenceState("H")
    both = marked(frozenset({review}), add=frozenset({violation}))
    assert both == {review, violation}
    assert marked(both, drop=frozenset({review})) == {violation}


def test_a_licence_is_normal_without_any_other_letter() -> None:
    normal, overdue = LicenceState("A"), LicenceState("M")
    assert marked(frozenset({normal}), add=frozenset({overdue})) == {overdue}
    assert marked(frozenset({overdue}), drop=frozenset({overdue})) == {normal}
