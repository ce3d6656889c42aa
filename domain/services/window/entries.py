"""What of a registered vehicle is another one by now, and what was entered wrongly of it."""

from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from domain.register.vehicle import Alteration, Energy, UseNature
from domain.services.blocks.block import Block
from domain.services.blocks.past_day import PastDay
from domain.services.blocks.vehicle.words import USE_NATURE
from domain.services.judgement import defect
from domain.services.window import words


class AlteredVehicle(Block):
    """The change that is registered 变更登记. The register has the use of it, and no colour."""

    TITLE: ClassVar = words.ALTERED
    TEXTS: ClassVar = words.ENTRY_TEXTS

    alteration: Annotated[Alteration, words.ALTERATION]
    use_nature: Annotated[
        UseNature | None, Field(default=None, validate_default=True), USE_NATURE
    ] = None

    @field_validator("use_nature")
    @classmethod
    def _of_another_use(cls, use: UseNature | None, info: ValidationInfo) -> UseNature | None:
        asked = info.data.get("alteration")
        if asked and (asked is Alteration.USE) != (use is not None):
            raise defect("not_applicable" if use else "missing")
        return use


class CorrectedEntries(Block):
    """What the record is to say instead 登记事项更正. What is not named stays as it is."""

    TITLE: ClassVar = words.CORRECTED
    TEXTS: ClassVar = words.ENTRY_TEXTS

    use_nature: Annotated[UseNature | None, USE_NATURE] = None
    energy: Annotated[Energy | None, words.ENERGY] = None
    seats: Annotated[Annotated[int, Field(ge=0, le=99)] | None, words.SEATS] = None
    made_on: Annotated[
        PastDay | None, Field(default=None, validate_default=True), words.MADE_ON
    ] = None

    @field_validator("made_on")
    @classmethod
    def _anything_at_all(cls, day: PastDay | None, info: ValidationInfo) -> PastDay | None:
        others = (info.data.get(name) for name in ("use_nature", "energy", "seats"))
        if len(info.data) == 3 and day is None and all(each is None for each in others):
            raise defect("nothing_corrected")
        return day
