"""V08 二手车预选号牌: a number for a vehicle that changes hands. The new owner applies."""

from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field, ValidationInfo, field_validator

from domain.identifiers import certificate_number, plate
from domain.identifiers.plate import PROVINCE
from domain.identifiers.shape import Shape
from domain.services.blocks.block import Block
from domain.services.blocks.vehicle.plate import PermanentKind
from domain.services.blocks.vehicle.words import PLATE_NO
from domain.services.blocks.vehicle.words import TEXTS as VEHICLE_TEXTS
from domain.services.form import papers_of
from domain.services.judgement import defect, identified, judgement
from domain.services.number_choice.form import NumberForm
from domain.services.personal import PERSONAL
from domain.services.used_vehicle_preselect import words
from domain.services.used_vehicle_preselect.facts import TransferKind, UsedVehiclePreselectFacts

_OTHER_PROVINCES: Final = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁鄂湘粤桂琼渝川贵云藏陕甘青宁新"
_OF_ANOTHER: Final = Shape(f"[{_OTHER_PROVINCES}][A-Z][0-9A-HJ-NP-Z]{{4,6}}[挂学警]?", 6, 7, 8)


class OldPlate(Block):
    """The plate that the vehicle has. It may be of any province."""

    TITLE: ClassVar = words.OLD_PLATE
    TEXTS: ClassVar = {**VEHICLE_TEXTS, **words.OLD_PLATE_TEXTS}

    plate_kind: PermanentKind
    plate_no: Annotated[str, Field(min_length=1, max_length=20), PERSONAL, PLATE_NO]

    @field_validator("plate_no")
    @classmethod
    def _a_real_number(cls, text: str, info: ValidationInfo) -> str:
        if not text.strip().startswith(PROVINCE):
            return identified("old_plate", _OF_ANOTHER.read, text, "·-")
        if (kind := info.data.get("plate_kind")) is None:
            return text
        return identified("plate", plate.parse, kind, text, on=judgement(info).today).text


class UsedVehiclePreselect(NumberForm):
    """二手车预选号牌. Open violations hinder the transfer, and not the choice of a number."""

    TEXTS: ClassVar = words.TEXTS

    service: Literal["used_vehicle_preselect"]
    transfer_kind: Annotated[TransferKind, words.TRANSFER_KIND]
    old_plate: OldPlate | None = None
    certificate_no: Annotated[
        str | None,
        Field(min_length=1, max_length=30, validate_default=True),
        PERSONAL,
        words.CERTIFICATE_NO,
    ] = None
    sale_invoice_no: Annotated[
        str | None, Field(pattern=r"^[0-9]{8,20}$"), PERSONAL, words.SALE_INVOICE_NO
    ] = None

    @field_validator("old_plate", mode="before")
    @classmethod
    def _note_plate(cls, value: object, info: ValidationInfo) -> object:
        if value is not None:
            judgement(info).given.add("old_plate")
        return value

    @field_validator("old_plate")
    @classmethod
    def _from_where_the_kind_says(
        cls, old: OldPlate | None, info: ValidationInfo
    ) -> OldPlate | None:
        prefix = info.data.get("issuing_prefix")
        kind = info.data.get("transfer_kind")
        if old is None or prefix is None or kind is None:
            return old
        local = old.plate_no.startswith(prefix)
        if kind is TransferKind.LOCAL_TRANSFER and not local:
            raise defect("old_plate_elsewhere")
        if kind is TransferKind.MOVE_IN and local:
            raise defect("old_plate_local")
        return old

    @field_validator("certificate_no")
    @classmethod
    def _plate_or_certificate(cls, text: str | None, info: ValidationInfo) -> str | None:
        if text is not None:
            return identified("certificate_no", certificate_number.parse, text).text
        if "old_plate" not in judgement(info).given:
            raise defect("old_plate_or_certificate")
        return None

    def facts(self) -> UsedVehiclePreselectFacts:
        return UsedVehiclePreselectFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            plate_kind=self.plate_kind,
            use_nature=self.vehicle.use_nature,
            method=self.method,
            transfer_kind=self.transfer_kind,
        )
