"""V05 申领免检标志: the mark for two more years, without a test at a station (124 art. 49)."""

from datetime import date
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.dated import Dated, Rule
from domain.identifiers.plate import PlateKind
from domain.periods import add_years
from domain.register.vehicle import UseNature
from domain.services.about_vehicle import AboutVehicle
from domain.services.blocks.delivery.fields import Delivery
from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.blocks.vehicle.fields import Vehicle
from domain.services.choices import Capacity, DocumentKind, UserKind
from domain.services.exempt_inspection_mark import words
from domain.services.exempt_inspection_mark.facts import ExemptInspectionMarkFacts, TaxStatus
from domain.services.form import papers_of
from domain.services.judgement import defect, judgement

SMALL: Final = frozenset({PlateKind.SMALL_CAR, PlateKind.SMALL_NEV})
INSURANCE_YEARS: Final = Dated(
    "insurance_years", Rule(1, date(2006, 7, 1), "《机动车交通事故责任强制保险条例》第二十条")
)
"""For so long compulsory insurance is taken out at most."""
ALWAYS: Final = frozenset({DocumentKind.DRIVING_PERMIT, DocumentKind.INSURANCE_POLICY})


def documents_for(tax: str | None, capacity: Capacity | None) -> frozenset[DocumentKind]:
    """A tax that was paid is on record, so only who is exempt has to prove it."""
    asked = ALWAYS
    if tax == TaxStatus.EXEMPT:
        asked |= {DocumentKind.TAX_PROOF}
    if capacity is Capacity.AGENT:
        asked |= {DocumentKind.MANDATE}
    return asked


class SmallPrivateVehicle(Vehicle):
    """A vehicle that may be exempt. What the register alone knows is checked there."""

    @field_validator("plate_kind")
    @classmethod
    def _of_a_small_car(cls, kind: PlateKind) -> PlateKind:
        if kind not in SMALL:
            raise defect("exempt_plate_kind")
        return kind

    @field_validator("use_nature")
    @classmethod
    def _private(cls, use: UseNature) -> UseNature:
        if use is not UseNature.NON_OPERATING:
            raise defect("exempt_use")
        return use


class ExemptInspectionMark(AboutVehicle):
    """申领免检标志. The insurance must be valid on the day of the application."""

    TEXTS: ClassVar = words.TEXTS
    LAWS: ClassVar = words.LAWS
    USER_KINDS: ClassVar = frozenset({UserKind.REAL_NAME, UserKind.UNIT})

    service: Literal["exempt_inspection_mark"]
    vehicle: SmallPrivateVehicle
    insurance_start: Annotated[date, words.INSURANCE_START]
    insurance_end: Annotated[date, words.INSURANCE_END]
    tax_status: Annotated[TaxStatus, words.TAX_STATUS]
    delivery: Delivery
    documents: Documents = ()

    @field_validator("insurance_start")
    @classmethod
    def _has_begun(cls, day: date, info: ValidationInfo) -> date:
        if day > judgement(info).today:
            raise defect("insurance_not_begun")
        return day

    @field_validator("insurance_end")
    @classmethod
    def _has_not_ended(cls, day: date, info: ValidationInfo) -> date:
        start, today = info.data.get("insurance_start"), judgement(info).today
        if start and day <= start:
            raise defect("insurance_order")
        if day < today:
            raise defect("insurance_ended")
        if start and day > add_years(start, INSURANCE_YEARS.on(today)):
            raise defect("insurance_too_long")
        return day

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        asked = documents_for(info.data.get("tax_status"), judgement(info).capacity)
        return with_all(asked, value, handler)

    def facts(self) -> ExemptInspectionMarkFacts:
        return ExemptInspectionMarkFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            plate_kind=self.vehicle.plate_kind,
            insurance_start=self.insurance_start,
            insurance_end=self.insurance_end,
            tax_status=self.tax_status,
            delivery=self.delivery.facts(),
        )
