"""The vehicle for which a number is chosen, known by its VIN."""

from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from domain.identifiers import vin
from domain.register.vehicle import UseNature
from domain.services.blocks.block import Block
from domain.services.blocks.new_vehicle.fields import BrandModel
from domain.services.blocks.new_vehicle.words import BRAND_MODEL
from domain.services.blocks.new_vehicle.words import TEXTS as NEW_VEHICLE_TEXTS
from domain.services.blocks.vehicle import words as vehicle_words
from domain.services.judgement import identified
from domain.services.number_choice import words
from domain.services.personal import PERSONAL


class VehicleByVin(Block):
    """It has no plate yet, or its plate stays with the former owner."""

    TITLE: ClassVar = vehicle_words.VEHICLE
    TEXTS: ClassVar = {**vehicle_words.TEXTS, **NEW_VEHICLE_TEXTS, **words.TEXTS}

    imported: Annotated[bool, vehicle_words.IMPORTED] = False
    vin: Annotated[str, Field(min_length=1, max_length=30), PERSONAL, vehicle_words.VIN]
    brand_model: Annotated[BrandModel, BRAND_MODEL]
    use_nature: Annotated[UseNature, vehicle_words.USE_NATURE]

    @field_validator("vin")
    @classmethod
    def _a_real_vin(cls, text: str, info: ValidationInfo) -> str:
        return identified("vin", vin.parse, text, info.data.get("imported", False)).text
