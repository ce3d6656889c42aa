"""The vehicle that an application is about: registered in Henan, with a permanent plate."""

import re
from typing import Annotated, ClassVar, Final

from pydantic import Field, ValidationInfo, field_validator

from domain.choice import Choice
from domain.identifiers import plate, vin
from domain.identifiers.ideographs import HAN
from domain.identifiers.plate import ISSUING_LETTERS, PlateKind
from domain.identifiers.text import normalise
from domain.services.blocks.block import Block
from domain.services.blocks.vehicle import words
from domain.services.judgement import defect, identified, judgement
from domain.services.personal import PERSONAL

_ENGINE_NO: Final = re.compile(rf"(?:[^\W_]|[{HAN}])(?:[^\W_]|[-*/ {HAN}])*")


class UseNature(Choice):
    """What the vehicle is used for 使用性质."""

    NON_OPERATING = "non_operating", "非营运", "private"
    ROAD_PASSENGER = "road_passenger", "公路客运", "road passenger transport"
    CITY_BUS = "city_bus", "公交客运", "city bus"
    TAXI = "taxi", "出租客运", "taxi"
    TOURISM = "tourism", "旅游客运", "tourism"
    FREIGHT = "freight", "货运", "freight"
    RENTAL = "rental", "租赁", "rental"
    TRAINING = "training", "教练", "training"
    SCHOOL_BUS = "school_bus", "校车", "school bus"
    POLICE = "police", "警用", "police"
    FIRE = "fire", "消防", "fire service"
    AMBULANCE = "ambulance", "救护", "ambulance"
    RESCUE = "rescue", "工程救险", "rescue"


class Vehicle(Block):
    """``plate_kind`` and ``plate_no`` are the key, whose issuing letter names the office."""

    TITLE: ClassVar = words.VEHICLE
    TEXTS: ClassVar = words.TEXTS

    plate_kind: Annotated[PlateKind, words.PLATE_KIND]
    plate_no: Annotated[str, Field(min_length=1, max_length=20), PERSONAL, words.PLATE_NO]
    imported: Annotated[bool, words.IMPORTED] = False
    vin: Annotated[str, Field(min_length=1, max_length=30), PERSONAL, words.VIN]
    engine_no: Annotated[str, Field(min_length=1, max_length=30), PERSONAL, words.ENGINE_NO]
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

    @field_validator("engine_no")
    @classmethod
    def _letters_and_digits(cls, text: str) -> str:
        engine_no = normalise(text)
        if not _ENGINE_NO.fullmatch(engine_no):
            raise defect("engine_no_characters")
        return engine_no
