"""The checks of an exchange for age: what age takes from the licence, and what it leaves."""

from dataclasses import replace
from typing import Any, Final

from domain.periods import age_on
from domain.register.age_limits import AgeExchange, age_exchange
from domain.services.checks.check import Check
from domain.services.checks.licence import MEDICAL, fit_for
from domain.services.checks.time import NOT_TOO_EARLY
from domain.services.given import Given
from domain.titles import Title


def _exchange(given: Given[Any]) -> AgeExchange | None:
    """What the register's licence becomes at the age of the holder, if both are known."""
    if given.licence is None or given.born_on is None:
        return None
    return age_exchange(given.licence.classes, age_on(given.born_on, given.today), given.today)


def _of_age(given: Given[Any]) -> bool | None:
    found = _exchange(given)
    return None if found is None else bool(found.lost)


def _something_left(given: Given[Any]) -> bool | None:
    found = _exchange(given)
    return None if found is None else bool(found.choices)


def _fitting(given: Given[Any]) -> bool | None:
    """Where nothing is left, or nothing is lost, another check says so."""
    found = _exchange(given)
    if found is None:
        return None
    settled = not found.lost or not found.choices
    return settled or given.facts.target_classes in found.choices


def _fit(given: Given[Any]) -> bool | None:
    """The holder need only be fit for what he will drive."""
    return fit_for(given, given.facts.target_classes)


OF_AGE: Final = replace(NOT_TOO_EARLY, judge=_of_age)
SOMETHING_LEFT: Final = Check(
    "C-LEFT",
    Title("换领后保留准驾车型核对", "A class is left"),
    "R-NO-CLASS-LEFT",
    Title(
        zh="申请人已达到规定年龄，所持准驾车型均不得继续驾驶，依法也没有可以换领的准驾车型，不能换证。"
        "该驾驶证应当依法注销，请到车辆管理所窗口办理。",
        en="At the applicant's age no class of the licence may be driven any more, and the law "
        "gives none in exchange. The licence is to be cancelled: please go to the vehicle office.",
    ),
    _something_left,
)
FITTING_CLASSES: Final = Check(
    "C-CLASS",
    Title("换领准驾车型核对", "Classes asked for"),
    "R-CLASSES",
    Title(
        zh="申请换领的准驾车型不符合规定。请按照规定选择换领的准驾车型后重新申请。",
        en="The classes asked for are not those that the law gives at this age. Choose those, "
        "then apply again.",
    ),
    _fitting,
)
FIT_FOR_TARGET: Final = replace(MEDICAL, judge=_fit)
