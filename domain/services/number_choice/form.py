"""What every form asks for that chooses a number for a vehicle known by its VIN."""

from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field, ValidationInfo, field_validator

from domain.identifiers import plate
from domain.identifiers.plate import ISSUING_LETTERS, PlateKind
from domain.services.blocks.applicant.fields import OwnerApplicant
from domain.services.blocks.contact.kinds import County
from domain.services.blocks.vehicle.words import PLATE_KIND
from domain.services.choices import UserKind
from domain.services.judgement import defect, identified, judgement
from domain.services.number_choice import words
from domain.services.number_choice.kinds import IssuingPrefix
from domain.services.number_choice.vehicle import VehicleByVin
from domain.services.paperless import PaperlessForm
from domain.services.personal import PERSONAL
from domain.services.selection_method import SelectionMethod
from domain.services.subjects import GivenNumber, Subjects

ReservableKind = Literal[PlateKind.SMALL_CAR, PlateKind.LARGE_NEV, PlateKind.SMALL_NEV]
"""The kinds of which the platform reserves numbers."""
EVERY_ENERGY: Final = "DF"
"""The letters that tell the energy on a new-energy plate (GA 36)."""


class NumberForm(PaperlessForm):
    """``wanted_no`` is the number that the owner has composed. Whoever composes one and names none
    here tries some in the session that his application opens.
    """

    TEXTS: ClassVar = words.TEXTS
    USER_KINDS: ClassVar = frozenset(UserKind)
    ONCE: ClassVar = False

    applicant: OwnerApplicant
    vehicle: VehicleByVin
    residence_region: Annotated[County, words.RESIDENCE_REGION]
    plate_kind: Annotated[ReservableKind, PLATE_KIND]
    issuing_prefix: IssuingPrefix
    method: Annotated[SelectionMethod, words.METHOD]
    wanted_no: Annotated[
        str | None,
        Field(min_length=1, max_length=20),
        PERSONAL,
        words.WANTED_NO,
        words.WANTED_NO_HINT,
    ] = None

    @field_validator("wanted_no")
    @classmethod
    def _of_the_kind_and_the_prefix(cls, text: str | None, info: ValidationInfo) -> str | None:
        method = info.data.get("method")
        if text is None:
            return None
        if method is SelectionMethod.RANDOM:
            raise defect("not_applicable")
        if (kind := info.data.get("plate_kind")) is None:
            return text
        number = identified("plate", plate.parse, kind, text, on=judgement(info).today).text
        if not number.startswith(info.data.get("issuing_prefix", "")):
            raise defect("wanted_no_of_another_prefix")
        return number

    def number_choice(self) -> GivenNumber:
        """Of the energy of a new vehicle nothing is told, so both letters may be drawn."""
        return GivenNumber(
            method=self.method,
            prefix=self.issuing_prefix,
            plate_kind=self.plate_kind,
            letters="" if self.plate_kind is PlateKind.SMALL_CAR else EVERY_ENERGY,
            text=self.wanted_no,
            once=self.ONCE,
        )

    def subjects(self) -> Subjects:
        return Subjects(
            id_no=self.applicant.id_no, mobile=self.applicant.mobile, vin=self.vehicle.vin
        )

    def office(self) -> str:
        """Gives the office that issues the prefix, where the vehicle will be registered."""
        return ISSUING_LETTERS[self.issuing_prefix[1]]
