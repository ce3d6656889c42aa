"""What V04 alone checks: the vehicle has no plate yet, is insured, and had not three before."""

from dataclasses import replace
from typing import Final

from domain.services.checks.check import Check
from domain.services.checks.temporary_plates import PLATES_LEFT, plates_left
from domain.services.checks.vehicle import INSURANCE
from domain.services.given import Given
from domain.services.temp_plate.facts import LIMITED, TempPlateFacts
from domain.titles import Title


def _not_registered(given: Given[TempPlateFacts]) -> bool:
    """A VIN that the register does not know was never registered here."""
    return given.vehicle is None or given.vehicle.registered_on is None


def _within_the_limit(given: Given[TempPlateFacts]) -> bool:
    """Three temporary plates at most before the registration (124 art. 46)."""
    return given.facts.case_kind not in LIMITED or plates_left(given)


def _insured_from_the_first_day(given: Given[TempPlateFacts]) -> bool | None:
    """The insurance of a vehicle without plate may be in its policy alone."""
    return INSURANCE.judge(replace(given, today=max(given.today, given.facts.valid_from)))


def _vin(given: Given[TempPlateFacts]) -> bool | None:
    """Many imported vehicles have no check digit, so a person compares the number."""
    return given.facts.vin_checks or None


NOT_REGISTERED: Final = Check(
    "C-UNREG",
    Title("未注册登记核对", "Not registered"),
    "R-REGISTERED",
    Title(
        zh="该机动车已经办理注册登记，不能申领临时行驶车号牌。号牌遗失、灭失或者损毁的，请申请补换领机动车号牌。",
        en="The vehicle is registered, so it gets no temporary plate. If its plates are lost, "
        "destroyed or damaged, apply for new ones.",
    ),
    _not_registered,
)
LIMIT: Final = replace(PLATES_LEFT, judge=_within_the_limit)
VIN: Final = Check(
    "C-VIN",
    Title("车辆识别代号核对", "VIN"),
    "R-VIN",
    Title(
        zh="车辆识别代号与整车出厂合格证明或者进口凭证不一致。请核对后重新申请。",
        en="The VIN is not that of the factory or import certificate. Check it and apply again.",
    ),
    _vin,
)
INSURED: Final = replace(INSURANCE, judge=_insured_from_the_first_day)
