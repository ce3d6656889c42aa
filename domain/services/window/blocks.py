"""The blocks that only windows ask for: what a registration enters, and an examination."""

from datetime import date
from typing import Annotated, ClassVar, Final

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from domain.identifiers import document_number
from domain.identifiers.licence_classes import LicenceClass
from domain.offices.office import OfficeKind
from domain.register.vehicle import Energy, UseNature
from domain.services.blocks.appointment.kinds import place_of
from domain.services.blocks.block import Block
from domain.services.blocks.past_day import PastDay
from domain.services.blocks.vehicle.plate import PermanentPlate
from domain.services.blocks.vehicle.words import USE_NATURE
from domain.services.judgement import defect, identified
from domain.services.personal import PERSONAL
from domain.services.window import words
from domain.services.window.pass_marks import RULED_FROM

SITES: Final = frozenset({OfficeKind.EXAM_SITE})


def _permit_no(text: str) -> str:
    return identified("permit_no", document_number.parse, text).text


class Registration(PermanentPlate):
    """What a first registration enters beside the vehicle itself (124 art. 7).

    ``plate_no`` is the number that it gets. Its issuing letter names the office.
    """

    TITLE: ClassVar = words.REGISTRATION
    TEXTS: ClassVar = words.REGISTRATION_TEXTS

    use_nature: Annotated[UseNature, USE_NATURE]
    energy: Annotated[Energy, words.ENERGY]
    made_on: Annotated[PastDay, words.MADE_ON]
    insured_from: Annotated[date, words.INSURED_FROM]
    insured_until: Annotated[date, words.INSURED_UNTIL]

    @field_validator("insured_until")
    @classmethod
    def _after_its_beginning(cls, day: date, info: ValidationInfo) -> date:
        begins = info.data.get("insured_from")
        if begins and day < begins:
            raise defect("policy_days")
        return day


class NewPlate(PermanentPlate):
    """The number that a vehicle gets in the place of the one that it has (124 art. 19)."""

    TITLE: ClassVar = words.NEW_PLATE


class ExamResult(Block):
    """An examination as the examiner signed it. The service says in which subject."""

    TITLE: ClassVar = words.EXAM
    TEXTS: ClassVar = words.EXAM_TEXTS

    permit_no: Annotated[
        str,
        Field(min_length=5, max_length=30),
        AfterValidator(_permit_no),
        PERSONAL,
        words.PERMIT_NO,
    ]
    exam_class: Annotated[LicenceClass, words.EXAM_CLASS]
    site_id: Annotated[str, Field(max_length=20), words.SITE]
    sat_on: Annotated[PastDay, words.SAT_ON]
    score: Annotated[int, Field(ge=0, le=100), words.SCORE]

    @field_validator("sat_on")
    @classmethod
    def _on_a_day_with_a_rule(cls, day: date) -> date:
        if day < RULED_FROM:
            raise defect("date_range")
        return day

    @field_validator("site_id")
    @classmethod
    def _an_examination_site(cls, text: str) -> str:
        return place_of(text, SITES, None)
