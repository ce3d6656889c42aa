"""A vehicle that was never registered. It has no plate, so its VIN tells which one it is."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, Final

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from domain.choice import Choice
from domain.identifiers import vin
from domain.identifiers.ideographs import HAN
from domain.identifiers.text import normalise
from domain.register.vehicle import VehicleType
from domain.services.blocks.block import Block
from domain.services.blocks.new_vehicle import words
from domain.services.blocks.vehicle.fields import EngineNo
from domain.services.blocks.vehicle.words import (
    ENGINE_NO,
    ENGINE_NO_HINT,
    VEHICLE,
    VIN,
    VIN_HINT,
)
from domain.services.judgement import defect, identified, judgement
from domain.services.personal import PERSONAL

_MODEL: Final = re.compile(rf"[0-9A-Z{HAN}][-./+() 0-9A-Z{HAN}]*")
_SMALL: Final = range(1, 10)
_ANY: Final = range(1, 100)
_SEATS: Final[Mapping[VehicleType, range]] = MappingProxyType(
    {
        VehicleType.SEDAN: _SMALL,
        VehicleType.SMALL_PASSENGER: _SMALL,
        VehicleType.VAN: _SMALL,
        VehicleType.LARGE_PASSENGER: range(10, 100),
        VehicleType.TRAILER: range(1),
    }
)
"""How many people each type carries (GA 802). Of every other it is at least the driver."""


def _as_on_the_certificate(text: str) -> str:
    model = normalise(text)
    if not _MODEL.fullmatch(model):
        raise defect("brand_model_characters")
    return model


BrandModel = Annotated[
    str, Field(min_length=2, max_length=40), AfterValidator(_as_on_the_certificate)
]


class VehicleOrigin(Choice):
    DOMESTIC = "domestic", "国产", "made in China"
    IMPORTED = "imported", "进口", "imported"


class NewVehicle(Block):
    """The check digit of an imported vehicle's VIN is no defect, because many have none.

    ``vin_checks`` says whether it is right, so that an officer looks twice where it is not.
    """

    TITLE: ClassVar = VEHICLE
    TEXTS: ClassVar = words.TEXTS

    origin: Annotated[VehicleOrigin, words.ORIGIN]
    vin: Annotated[str, Field(min_length=1, max_length=30), PERSONAL, VIN, VIN_HINT]
    engine_no: Annotated[EngineNo, ENGINE_NO, ENGINE_NO_HINT]
    brand_model: Annotated[BrandModel, words.BRAND_MODEL]
    vehicle_type: Annotated[VehicleType, words.VEHICLE_TYPE]
    seats: Annotated[int, Field(ge=0, le=99), words.SEATS]

    @property
    def vin_checks(self) -> bool:
        return vin.parse(self.vin, imported=True).check_digit_ok

    @field_validator("origin")
    @classmethod
    def _note_origin(cls, origin: VehicleOrigin, info: ValidationInfo) -> VehicleOrigin:
        judgement(info).origin = origin
        return origin

    @field_validator("vin")
    @classmethod
    def _a_real_vin(cls, text: str, info: ValidationInfo) -> str:
        imported = info.data.get("origin") is not VehicleOrigin.DOMESTIC
        return identified("vin", vin.parse, text, imported).text

    @field_validator("vehicle_type")
    @classmethod
    def _note_type(cls, vehicle_type: VehicleType, info: ValidationInfo) -> VehicleType:
        judgement(info).vehicle_type = vehicle_type
        return vehicle_type

    @field_validator("seats")
    @classmethod
    def _of_the_type(cls, seats: int, info: ValidationInfo) -> int:
        vehicle_type = info.data.get("vehicle_type")
        if vehicle_type and seats not in _SEATS.get(vehicle_type, _ANY):
            raise defect("seats_of_type")
        return seats
