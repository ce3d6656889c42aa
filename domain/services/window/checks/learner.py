"""What is checked of whoever begins: a learner, the holder of a licence from elsewhere, a driver of
school buses.
"""

from dataclasses import replace
from typing import Any, Final

from domain.identifiers.licence_classes import ALSO_PERMITS
from domain.periods import add_years, age_on
from domain.register.learner_ages import (
    BUS_DRIVER_AGES,
    BUS_DRIVER_YEARS,
    LEARNER_AGES,
    ONLY_ADDED,
    is_of_age,
)
from domain.register.licence import GONE
from domain.register.validity import POINTS_LIMIT
from domain.services.checks.check import Check, by_a_person
from domain.services.checks.licence import MEDICAL as FITNESS
from domain.services.given import Given
from domain.titles import Title


def _of_age(given: Given[Any]) -> bool | None:
    """At the age of each class that he asks for. Only a resident's number tells how old he is."""
    if given.born_on is None:
        return None
    wanted = given.facts.wanted_class
    asked = (wanted,) if wanted else given.facts.target_classes or ()
    age, ages = age_on(given.born_on, given.today), LEARNER_AGES.on(given.today)
    return all(is_of_age(age, ages[each]) for each in asked)


def _without_licence(given: Given[Any]) -> bool:
    return given.licence is None or bool(given.licence.states & GONE)


def _first_class(given: Given[Any]) -> bool:
    return given.facts.wanted_class not in ONLY_ADDED


def _another_class(given: Given[Any]) -> bool | None:
    if given.licence is None:
        return None
    held = frozenset(given.licence.classes)
    implied = held.union(*(ALSO_PERMITS.get(each, frozenset()) for each in held))
    return given.facts.wanted_class not in implied


def _no_learner_yet(given: Given[Any]) -> bool:
    permit = given.permit
    return permit is None or not permit.holder or permit.valid_until < given.today


def _bus_driver(given: Given[Any]) -> bool | None:
    """What the register has against it. Accidents, crimes and health a person looks for."""
    known = given.licence
    if known is None or given.born_on is None:
        return None
    years, limit = BUS_DRIVER_YEARS.on(given.today), POINTS_LIMIT.on(given.today)
    of_age = is_of_age(age_on(given.born_on, given.today), BUS_DRIVER_AGES.on(given.today))
    experienced = add_years(known.first_issued_on, years) <= given.today
    over = any(each.points >= limit for each in known.cycles[-years:])
    return None if of_age and experienced and not over else False


OF_AGE: Final = Check(
    "C-LEARNER-AGE",
    Title("申请年龄核对", "Age"),
    "R-LEARNER-AGE",
    Title(
        zh="申请人的年龄不符合所申请准驾车型的规定。请核对申请的准驾车型。",
        en="The applicant is not of the age at which this class may be applied for. Please check "
        "the class.",
    ),
    _of_age,
)
WITHOUT_LICENCE: Final = Check(
    "C-NO-LICENCE",
    Title("未持有驾驶证核对", "No licence yet"),
    "R-LICENSED",
    Title(
        zh="申请人已持有有效的机动车驾驶证。需要增加准驾车型的，请申请增加准驾车型。",
        en="The applicant has a licence already. For another class, apply for a class addition.",
    ),
    _without_licence,
)
FIRST_CLASS: Final = Check(
    "C-WANTED",
    Title("申请准驾车型核对", "Class applied for"),
    "R-WANTED",
    Title(
        zh="申请的准驾车型不能初次申请，或者已在所持驾驶证的准驾范围内。请核对申请的准驾车型。",
        en="Nobody begins with this class, or the licence permits it already. Please check the "
        "class.",
    ),
    _first_class,
)
ANOTHER_CLASS: Final = replace(FIRST_CLASS, judge=_another_class)
NO_LEARNER_YET: Final = Check(
    "C-LEARNER",
    Title("在学记录核对", "No learner on record yet"),
    "R-LEARNER",
    Title(
        zh="申请人已有在有效期内的学习驾驶证明。请凭该证明参加考试，或者注销后重新申请。",
        en="The applicant has a learner's permit that is still valid. Sit the examinations with "
        "it, or have it cancelled first.",
    ),
    _no_learner_yet,
)
FIT: Final = replace(FITNESS, judge=by_a_person)
"""The certificate lies on the counter. The register has none of somebody without a licence."""
EXAMINED: Final = Check(
    "C-CONVERT",
    Title("换领应考科目核对", "Examinations of an exchange"),
    "R-CONVERT",
    Title(
        zh="按照规定应当考试的科目尚未考试合格，或者所持驾驶证不能换领。请核对后重新申请。",
        en="An examination that the exchange asks for is not passed, or the licence is not one "
        "that is exchanged. Please check, and apply again.",
    ),
)
BUS_DRIVER: Final = Check(
    "C-BUS-DRIVER",
    Title("校车驾驶人条件核对", "Conditions of a school-bus driver"),
    "R-BUS-DRIVER",
    Title(
        zh="不符合校车驾驶人的条件：年龄应当在25周岁以上、不超过60周岁，有3年以上驾驶经历，最近三个"
        "记分周期没有记满12分的记录，无致人死亡或者重伤的交通事故责任记录和犯罪记录，身心健康。",
        en="A school-bus driver is 25 to 60 years old, has driven for three years, has not reached "
        "twelve points in the last three cycles, is to blame for no death or grave injury, has no "
        "criminal record, and is in good health. These conditions are not met.",
    ),
    _bus_driver,
)
