"""V04 申领临时号牌: to drive before the registration, or without one (124 art. 45 and 46)."""

from datetime import date, timedelta
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import Field, ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.clocks.table import PRACTICE
from domain.dated import Dated, Rule
from domain.identifiers.text import plain
from domain.offices.tree import REGIONS
from domain.register.vehicle import VehicleType
from domain.services.blocks.applicant.fields import OwnerApplicant
from domain.services.blocks.delivery.fields import Delivery
from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.blocks.new_vehicle.fields import NewVehicle, VehicleOrigin
from domain.services.blocks.payment import Payment
from domain.services.blocks.travel_area import TRAVEL_AREA, TravelArea
from domain.services.choices import Capacity, UserKind
from domain.services.form import Form, papers_of
from domain.services.judgement import defect, judgement
from domain.services.subjects import Subjects
from domain.services.temp_plate import words
from domain.services.temp_plate.facts import CaseKind, TempPlateFacts
from domain.services.temp_plate.papers import documents_for

AHEAD: Final = Dated("temp_plate_ahead", Rule(15, date(2012, 9, 12), PRACTICE))
"""So many days before its first day a plate may be asked for."""
SPECIAL: Final = frozenset({VehicleType.SPECIAL, VehicleType.TRUCK, VehicleType.TRAILER})
"""The types among which are those that exceed the axle load, the mass or the size."""


class TempPlate(Form):
    """申领临时号牌. Buyer, dealer and maker apply to the vehicle office that they choose."""

    TEXTS: ClassVar = words.TEXTS
    LAWS: ClassVar = words.LAWS
    USER_KINDS: ClassVar = frozenset({UserKind.REAL_NAME, UserKind.UNIT})

    service: Literal["temp_plate"]
    applicant: OwnerApplicant
    vehicle: NewVehicle
    case_kind: Annotated[CaseKind, words.CASE_KIND]
    travel_area: Annotated[TravelArea, TRAVEL_AREA]
    valid_from: Annotated[date, words.VALID_FROM]
    office_id: Annotated[str, Field(min_length=1, max_length=20), words.OFFICE_ID]
    delivery: Delivery
    payment: Payment
    documents: Documents = ()

    @field_validator("case_kind")
    @classmethod
    def _of_the_type(cls, kind: CaseKind, info: ValidationInfo) -> CaseKind:
        vehicle_type = judgement(info).vehicle_type
        if kind is CaseKind.SPECIAL and vehicle_type and vehicle_type not in SPECIAL:
            raise defect("special_type")
        return kind

    @field_validator("valid_from")
    @classmethod
    def _soon(cls, day: date, info: ValidationInfo) -> date:
        today = judgement(info).today
        if day < today:
            raise defect("valid_from_past")
        if day > today + timedelta(days=AHEAD.on(today)):
            raise defect("valid_from_far")
        return day

    @field_validator("office_id")
    @classmethod
    def _of_a_prefecture(cls, text: str, info: ValidationInfo) -> str:
        if (office := plain(text)) not in REGIONS:
            raise defect("temp_plate_office_unknown")
        judgement(info).prefecture = office
        return office

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        seen = judgement(info)
        origin = VehicleOrigin(seen.origin) if seen.origin else None
        agent = seen.capacity is Capacity.AGENT
        return with_all(documents_for(info.data.get("case_kind"), origin, agent), value, handler)

    def facts(self) -> TempPlateFacts:
        return TempPlateFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            case_kind=self.case_kind,
            travel_area=self.travel_area,
            valid_from=self.valid_from,
            vehicle_type=self.vehicle.vehicle_type,
            origin=self.vehicle.origin,
            seats=self.vehicle.seats,
            vin_checks=self.vehicle.vin_checks,
            office_id=self.office_id,
            delivery=self.delivery.facts(),
            pays=self.payment.method,
        )

    def subjects(self) -> Subjects:
        return Subjects(
            id_no=self.applicant.id_no, mobile=self.applicant.mobile, vin=self.vehicle.vin
        )

    def office(self) -> str:
        """Gives the office that the applicant chose. No register names another one yet."""
        return self.office_id
