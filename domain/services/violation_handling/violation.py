"""The violation as the record shows it, within what may be handled online."""

from datetime import date
from typing import Annotated, ClassVar, Final

from pydantic import AwareDatetime, Field, ValidationInfo, field_validator

from domain.calendar import local_day
from domain.dated import Dated, Rule
from domain.identifiers import plate
from domain.services.blocks.block import Block
from domain.services.blocks.contact.kinds import Address, County
from domain.services.blocks.declaration.fields import YEARS
from domain.services.blocks.vehicle.plate import PermanentKind
from domain.services.blocks.vehicle.words import TEXTS as VEHICLE_TEXTS
from domain.services.blocks.violation import (
    OCCURRED,
    TEXTS,
    ActCode,
    FineYuan,
    Points,
    ViolationNo,
)
from domain.services.judgement import defect, identified, judgement
from domain.services.personal import PERSONAL
from domain.services.violation_handling import words

LARGEST_FINE: Final = Dated("online_fine_yuan", Rule(200, date(2004, 5, 1), "RTSL:107"))
MOST_POINTS: Final = Dated("online_points", Rule(6, date(2016, 1, 1), "platform practice"))


class Violation(Block):
    """A violation by camera. Its vehicle is the driver's own, or was filed with him before."""

    TITLE: ClassVar = words.VIOLATION
    TEXTS: ClassVar = {**VEHICLE_TEXTS, **TEXTS, **words.VIOLATION_TEXTS}
    LAWS: ClassVar = words.LAWS

    violation_no: ViolationNo
    plate_kind: PermanentKind
    plate_no: Annotated[str, Field(min_length=1, max_length=20), PERSONAL, words.PLATE_NO]
    occurred_at: Annotated[AwareDatetime, OCCURRED]
    region_code: Annotated[County, words.REGION]
    place: Annotated[Address, words.PLACE]
    act_code: ActCode
    fine_yuan: FineYuan
    points: Points

    @property
    def occurred_on(self) -> date:
        return local_day(self.occurred_at)

    @field_validator("plate_no")
    @classmethod
    def _of_henan(cls, text: str, info: ValidationInfo) -> str:
        if (kind := info.data.get("plate_kind")) is None:
            return text
        return identified("plate", plate.parse, kind, text, on=judgement(info).today).text

    @field_validator("occurred_at")
    @classmethod
    def _has_come(cls, value: AwareDatetime, info: ValidationInfo) -> AwareDatetime:
        if value.year not in YEARS:
            raise defect("date_range")
        if local_day(value) > judgement(info).today:
            raise defect("in_future")
        return value

    @field_validator("fine_yuan")
    @classmethod
    def _of_the_simple_procedure(cls, fine: int, info: ValidationInfo) -> int:
        if fine > LARGEST_FINE.on(judgement(info).today):
            raise defect("fine_not_online")
        return fine

    @field_validator("points")
    @classmethod
    def _few_enough(cls, points: int, info: ValidationInfo) -> int:
        if points > MOST_POINTS.on(judgement(info).today):
            raise defect("points_not_online")
        return points
