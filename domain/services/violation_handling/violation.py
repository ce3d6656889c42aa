"""The violation as the record shows it, within what may be handled online."""

from datetime import date
from typing import Annotated, ClassVar, Final

from pydantic import AwareDatetime, Field, ValidationInfo, field_validator

from domain.calendar import local_day
from domain.dated import Dated, Rule
from domain.identifiers import document_number, plate, violation_code
from domain.identifiers.plate import PlateKind
from domain.services.blocks.block import Block
from domain.services.blocks.contact.kinds import Address, County
from domain.services.blocks.declaration.fields import YEARS
from domain.services.blocks.vehicle.words import PLATE_KIND
from domain.services.blocks.vehicle.words import TEXTS as VEHICLE_TEXTS
from domain.services.judgement import defect, identified, judgement
from domain.services.personal import PERSONAL
from domain.services.violation_handling import words

LARGEST_FINE: Final = Dated("online_fine_yuan", Rule(200, date(2004, 5, 1), "RTSL:107"))
MOST_POINTS: Final = Dated("online_points", Rule(6, date(2016, 1, 1), "platform practice"))
SCALE: Final = Dated(
    "points_scale",
    Rule(frozenset({0, 1, 2, 3, 6, 12}), date(2004, 5, 1), "139 annex 2", date(2022, 3, 31)),
    Rule(frozenset({0, 1, 3, 6, 9, 12}), date(2022, 4, 1), "163"),
)
"""The numbers of points that violations have. None is a warning or a fine alone."""


class Violation(Block):
    """A violation by camera. Its vehicle is the driver's own, or was filed with him before."""

    TITLE: ClassVar = words.VIOLATION
    TEXTS: ClassVar = {**VEHICLE_TEXTS, **words.VIOLATION_TEXTS}
    LAWS: ClassVar = words.LAWS

    violation_no: Annotated[str, Field(min_length=6, max_length=30), PERSONAL, words.VIOLATION_NO]
    plate_kind: Annotated[PlateKind, PLATE_KIND]
    plate_no: Annotated[str, Field(min_length=1, max_length=20), PERSONAL, words.PLATE_NO]
    occurred_at: Annotated[AwareDatetime, words.OCCURRED_AT]
    region_code: Annotated[County, words.REGION]
    place: Annotated[Address, words.PLACE]
    act_code: Annotated[str, Field(min_length=1, max_length=10), words.ACT_CODE]
    fine_yuan: Annotated[int, Field(ge=0, le=100_000), words.FINE]
    points: Annotated[int, Field(ge=0, le=24), words.POINTS]

    @property
    def occurred_on(self) -> date:
        return local_day(self.occurred_at)

    @field_validator("violation_no")
    @classmethod
    def _letters_and_digits(cls, text: str) -> str:
        return identified("violation_no", document_number.parse, text).text

    @field_validator("plate_kind")
    @classmethod
    def _a_permanent_plate(cls, kind: PlateKind) -> PlateKind:
        if kind is PlateKind.TEMPORARY:
            raise defect("plate_temporary")
        return kind

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

    @field_validator("act_code")
    @classmethod
    def _a_code(cls, text: str) -> str:
        return identified("act_code", violation_code.parse, text).text

    @field_validator("fine_yuan")
    @classmethod
    def _of_the_simple_procedure(cls, fine: int, info: ValidationInfo) -> int:
        if fine > LARGEST_FINE.on(judgement(info).today):
            raise defect("fine_not_online")
        return fine

    @field_validator("points")
    @classmethod
    def _on_the_scale(cls, points: int, info: ValidationInfo) -> int:
        today = judgement(info).today
        if points not in SCALE.on(today):
            raise defect("points_unknown")
        if points > MOST_POINTS.on(today):
            raise defect("points_not_online")
        return points
