"""The facts of a temporary plate that are stored in the clear, and the lists they come from."""

from datetime import date
from typing import Annotated, Final

from domain.choice import Choice
from domain.clocks.plates import TemporaryUse
from domain.register.vehicle import VehicleType
from domain.services.blocks.new_vehicle.fields import VehicleOrigin
from domain.services.blocks.new_vehicle.words import ORIGIN, SEATS, VEHICLE_TYPE
from domain.services.blocks.travel_area import TRAVEL_AREA, TravelArea
from domain.services.facts import Facts
from domain.services.temp_plate import words


class CaseKind(Choice):
    """The four situations of 124 art. 45, in its order."""

    UNSOLD = "unsold", "未销售的", "not sold yet"
    NOT_REGISTERED = (
        "not_registered",
        "购买、调拨、赠予等方式获得后尚未注册登记的",
        "acquired and not registered yet",
    )
    TEST = "test", "进行科研、定型试验的", "for research or a type test"
    SPECIAL = (
        "special",
        "因轴荷、总质量、外廓尺寸超出国家标准不予办理注册登记的特型机动车",
        "an oversize special vehicle that is never registered",
    )


LIMITED: Final = frozenset({CaseKind.UNSOLD, CaseKind.NOT_REGISTERED})
"""Of these a vehicle gets three temporary plates at most (124 art. 46)."""


class TempPlateFacts(Facts, frozen=True, kw_only=True, tag="temp_plate"):
    """``vin_checks`` says whether the check digit of the VIN is right."""

    case_kind: Annotated[CaseKind, words.CASE_KIND]
    travel_area: Annotated[TravelArea, TRAVEL_AREA]
    valid_from: Annotated[date, words.VALID_FROM]
    vehicle_type: Annotated[VehicleType, VEHICLE_TYPE]
    origin: Annotated[VehicleOrigin, ORIGIN]
    seats: Annotated[int, SEATS]
    vin_checks: Annotated[bool, words.VIN_CHECKS]
    office_id: Annotated[str, words.OFFICE_ID] = ""

    @property
    def use(self) -> TemporaryUse:
        """What decides how long it is good."""
        match self.case_kind:
            case CaseKind.TEST:
                return TemporaryUse.TEST
            case CaseKind.SPECIAL:
                return TemporaryUse.SPECIAL
            case _:
                return TemporaryUse(self.travel_area)
