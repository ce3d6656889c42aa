"""A permanent plate of Henan, whether a vehicle has it or gets it."""

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from domain.identifiers import plate
from domain.identifiers.plate import ISSUING_LETTERS, PlateKind
from domain.services.blocks.block import Block
from domain.services.blocks.vehicle import words
from domain.services.judgement import defect, identified, judgement
from domain.services.personal import PERSONAL


def _permanent(kind: PlateKind) -> PlateKind:
    if kind is PlateKind.TEMPORARY:
        raise defect("plate_temporary")
    return kind


PermanentKind = Annotated[PlateKind, AfterValidator(_permanent), words.PLATE_KIND]
"""The kind of a plate that is no temporary one."""


class PermanentPlate(Block):
    """``plate_kind`` and ``plate_no`` are the key, whose issuing letter names the office."""

    TEXTS: ClassVar = words.PLATE_TEXTS

    plate_kind: PermanentKind
    plate_no: Annotated[
        str,
        Field(min_length=1, max_length=20),
        PERSONAL,
        words.PLATE_NO,
        words.PLATE_NO_HINT,
    ]

    @property
    def key(self) -> str:
        return f"{self.plate_kind}:{self.plate_no}"

    @property
    def office_of_registration(self) -> str:
        return ISSUING_LETTERS[self.plate_no[1]]

    @field_validator("plate_no")
    @classmethod
    def _a_plate_of_henan(cls, text: str, info: ValidationInfo) -> str:
        if (kind := info.data.get("plate_kind")) is None:
            return text
        seen = judgement(info)
        found = identified("plate", plate.parse, kind, text, on=seen.today)
        seen.prefecture = found.region_code
        return found.text
