"""The vehicle that an application is about: registered in Henan, with a permanent plate."""

import re
from typing import Annotated, ClassVar, Final

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from domain.identifiers import vin
from domain.identifiers.ideographs import HAN
from domain.identifiers.text import normalise
from domain.register.vehicle import UseNature
from domain.services.blocks.vehicle import words
from domain.services.blocks.vehicle.plate import PermanentPlate
from domain.services.judgement import defect, identified
from domain.services.personal import PERSONAL

_ENGINE_NO: Final = re.compile(rf"(?:[^\W_]|[{HAN}])(?:[^\W_]|[-*/ {HAN}])*")


def _engine_no(text: str) -> str:
    engine_no = normalise(text)
    if not _ENGINE_NO.fullmatch(engine_no):
        raise defect("engine_no_characters")
    return engine_no


EngineNo = Annotated[str, Field(min_length=1, max_length=30), AfterValidator(_engine_no), PERSONAL]
"""The number of the engine, or of the motor of an electric car. No published format was found."""


class Vehicle(PermanentPlate):
    """A vehicle by its plate, with what its driving permit says of it."""

    TITLE: ClassVar = words.VEHICLE
    TEXTS: ClassVar = words.TEXTS

    imported: Annotated[bool, words.IMPORTED] = False
    vin: Annotated[str, Field(min_length=1, max_length=30), PERSONAL, words.VIN, words.VIN_HINT]
    engine_no: Annotated[EngineNo, words.ENGINE_NO, words.ENGINE_NO_HINT]
    use_nature: Annotated[UseNature, words.USE_NATURE]

    @field_validator("vin")
    @classmethod
    def _a_real_vin(cls, text: str, info: ValidationInfo) -> str:
        return identified("vin", vin.parse, text, info.data.get("imported", False)).text
