"""V10 新能源车换牌选号: a number for the exchange. It is drawn, and never composed."""

from typing import Annotated, ClassVar, Literal

from pydantic import ValidationInfo, field_validator

from domain.identifiers.plate import PlateKind
from domain.register.vehicle import Energy
from domain.services.blocks.applicant.fields import OwnerApplicant
from domain.services.blocks.exchange.kinds import NEW_KIND, ExchangedVehicle, NewEnergy
from domain.services.choices import UserKind
from domain.services.form import papers_of
from domain.services.judgement import defect, judgement
from domain.services.nev_swap_select import words
from domain.services.nev_swap_select.facts import NevSwapSelectFacts
from domain.services.number_choice.words import METHOD
from domain.services.paperless import PaperlessForm
from domain.services.selection_method import SelectionMethod
from domain.services.subjects import GivenNumber, Subjects


class NevSwapSelect(PaperlessForm):
    """新能源车换牌选号. The new number has the prefix of the office of registration."""

    TEXTS: ClassVar = words.TEXTS
    USER_KINDS: ClassVar = frozenset(UserKind)

    service: Literal["nev_swap_select"]
    applicant: OwnerApplicant
    vehicle: ExchangedVehicle
    energy: NewEnergy
    new_plate_kind: Annotated[
        Literal[PlateKind.LARGE_NEV, PlateKind.SMALL_NEV], words.NEW_PLATE_KIND
    ]
    method: Annotated[Literal[SelectionMethod.RANDOM], METHOD]

    @field_validator("new_plate_kind")
    @classmethod
    def _of_the_same_size(cls, kind: PlateKind, info: ValidationInfo) -> PlateKind:
        old = judgement(info).plate_kind
        if old is not None and NEW_KIND[old] is not kind:
            raise defect("new_plate_kind_of_another_size")
        return kind

    def facts(self) -> NevSwapSelectFacts:
        return NevSwapSelectFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            plate_kind=self.vehicle.plate_kind,
            new_plate_kind=self.new_plate_kind,
            energy=self.energy,
            method=self.method,
        )

    def number_choice(self) -> GivenNumber:
        """D stands for pure electric vehicles, and F for the others (GA 36)."""
        return GivenNumber(
            method=self.method,
            prefix=self.vehicle.plate_no[:2],
            plate_kind=self.new_plate_kind,
            letters="D" if self.energy is Energy.BEV else "F",
        )

    def subjects(self) -> Subjects:
        return Subjects(
            id_no=self.applicant.id_no,
            mobile=self.applicant.mobile,
            plate=self.vehicle.key,
            vin=self.vehicle.vin,
        )

    def office(self) -> str:
        """Gives the office of registration, whose prefix the number keeps."""
        return self.vehicle.office_of_registration
