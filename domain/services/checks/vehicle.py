"""Checks of the vehicle that an application is about."""

from typing import Any, Final

from domain.choice import Choice
from domain.register.vehicle import VehicleState
from domain.services.checks.check import Check
from domain.services.checks.record import OTHER_RECORD, is_of_another
from domain.services.given import Given
from domain.titles import Title

BARRING: Final = frozenset(
    {
        VehicleState.MOVED_OUT,
        VehicleState.STOLEN,
        VehicleState.CANCELLED,
        VehicleState.SUSPECT,
        VehicleState.SEIZED,
        VehicleState.DETAINED,
        VehicleState.CANCELLED_BY_FORCE,
        VehicleState.LOCKED,
        VehicleState.SCRAPPED,
    }
)
"""States in which nothing is done for a vehicle."""
UNSETTLED: Final = frozenset(
    {VehicleState.VIOLATION_OPEN, VehicleState.ACCIDENT_OPEN, VehicleState.FLED}
)
"""Violations and accidents that were not handled yet."""


def _state(given: Given[Any]) -> bool | None:
    """Neither is it the state of another vehicle, such as that of another plate."""
    if given.vehicle is None:
        return None
    return not (given.vehicle.states & BARRING or is_of_another(given.vehicle, given))


def _settled(given: Given[Any]) -> bool | None:
    return not given.vehicle.states & UNSETTLED if given.vehicle else None


def _insured(given: Given[Any]) -> bool | None:
    """The compulsory insurance runs today (RTSL art. 17)."""
    if given.vehicle is None or given.vehicle.insured_until is None:
        return None
    begun = given.vehicle.insured_from is None or given.vehicle.insured_from <= given.today
    return begun and given.today <= given.vehicle.insured_until


def _taxed(given: Given[Any]) -> bool | None:
    """The vehicle tax of this year or the last is paid, as it falls due with the insurance."""
    if given.vehicle is None:
        return None
    if given.vehicle.tax_exempt:
        return True
    paid = given.vehicle.taxed_through
    return None if paid is None else paid >= given.today.year - 1


class NotThisVehicle(Choice):
    """Why nothing is done for the vehicle that is on record."""

    STATE = (
        "R-VEHICLE-STATE",
        "机动车处于查封、被盗抢、注销、锁定或者达到报废标准等状态，不能办理。查封、锁定等状态依法解除后"
        "可以重新申请；达到报废标准的，请办理注销登记。",
        "The vehicle is seized, reported stolen, cancelled, locked or due for scrapping. Apply "
        "again when a state such as seizure or a lock has been lifted; have a vehicle that is due "
        "for scrapping deregistered.",
    )
    OTHER_RECORD = OTHER_RECORD


VEHICLE_STATE: Final = Check(
    "C-VSTAT",
    Title("机动车状态核对", "Vehicle state"),
    NotThisVehicle.STATE,
    NotThisVehicle.STATE.words,
    _state,
    exactly=NotThisVehicle,
)
VIOLATIONS: Final = Check(
    "C-VIOL",
    Title("违法和事故处理核对", "Violations and accidents handled"),
    "R-UNHANDLED-VIOLATION",
    Title(
        zh="机动车有未处理的交通违法行为或者交通事故。请处理完毕后再申请。",
        en="Violations or accidents of the vehicle are not handled yet. Have them handled, then "
        "apply again.",
    ),
    _settled,
)
INSURANCE: Final = Check(
    "C-INS",
    Title("交强险核对", "Compulsory insurance"),
    "R-INSURANCE",
    Title(
        zh="机动车交通事故责任强制保险不在有效期内。请投保后再申请。",
        en="The compulsory insurance of the vehicle is not valid. Insure the vehicle, then apply "
        "again.",
    ),
    _insured,
)
TAX: Final = Check(
    "C-TAX",
    Title("车船税核对", "Vehicle tax"),
    "R-TAX",
    Title(
        zh="没有车船税的纳税或者免税记录。请缴纳车船税或者办理免税后再申请。",
        en="There is no record that the vehicle tax is paid or not due. Settle it, then apply "
        "again.",
    ),
    _taxed,
)
