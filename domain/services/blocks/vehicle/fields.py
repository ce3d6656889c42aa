"""The vehicle that an application is about: registered in Henan, with a permanent plate."""

import re
from typing import Annotated, ClassVar, Final

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from domain.identifiers import plate, vin
from domain.identifiers.ideographs import HAN
from domain.identifiers.plate import ISSUING_LETTERS, PlateKind
from domain.identifiers.text import normalise
from domain.register.vehicle import UseNature
from domain.services.blocks.block import Block
from domain.services.blocks.vehicle import words
from domain.services.judgement import defect, identified, judgement
from domain.services.personal import PERSONAL

_ENGINE_NO: Final = re.compile(rf"(?:[^\W_]|[{HAN}])(?:[^\W_]|[-*/ {HAN}])*")


def _engine_no(text: str) -> str:
    engine_no = normalise(text)
    if not _ENGINE_NO.fullmatch(engine_no):
        raise defect("engine_no_characters")
    return engine_no


EngineNo = Annotated[str, Field(min_length=1, max_length=30), AfterValidator(_engine_no), PERSONAL]
"""The number of the engine, or of the motor of an electric car. No published format was found."""


class Vehicle(Block):
    """``plate_kind`` and ``plate_no`` are the key, whose issuing letter names the office."""

    TITLE: ClassVar = words.VEHICLE
    TEXTS: ClassVar = words.TEXTS

    plate_kind: Annotated[PlateKind, words.PLATE_KIND]
    plate_no: Annotated[str, Field(min_length=1, max_length=20), PERSONAL, words.PLATE_NO]
    imported: Annotated[bool, words.IMPORTED] = False
    vin: Annotated[str, Field(min_length=1, max_length=30), PERSONAL, words.VIN]
    engine_no: Annotated[EngineNo, words.ENGINE_NO]
    use_nature: Annotated[UseNature, words.USE_NATURE]

    @property
    def key(self) -> str:
        return f"{self.plate_kind}:{self.plate_no}"

    @property
    def office_of_registration(self) -> str:
        return ISSUING_LETTERS[self.plate_no[1]]

    @field_validator("plate_kind")
    @classmethod
    def _a_permanent_plate(cls, kind: PlateKind) -> PlateKind:
        if kind is PlateKind.TEMPORARY:
            raise defect("plate_temporary")
        return kind

    @field_validator("plate_no")
    @classmethod
    def _a_plate_of_henan(cls, text: str, info: ValidationInfo) -> str:
        if (kind := info.data.get("plate_kind")) is None:
            return text
        seen = judgement(info)
        found = identified("plate", plate.parse, kind, text, on=seen.today)
        seen.prefecture = found.region_code
        return found.text

    @field_validator("vin")
    @classmethod
    def _a_real_vin(cls, text: str, info: ValidationInfo) -> str:
        return identified("vin", vin.parse, text, info.data.get("imported", False)).text
