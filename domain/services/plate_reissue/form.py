"""V01 补换领机动车号牌: reissue or replacement of plates; the number stays (124 art. 44)."""

from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import Field, ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.choice import Choice
from domain.services.about_vehicle import AboutVehicle
from domain.services.blocks.appointment.kinds import OUTLETS, place_of
from domain.services.blocks.appointment.words import TEXTS as PLACE_TEXTS
from domain.services.blocks.business import BUSINESS, TEXTS, Business, fitting
from domain.services.blocks.delivery.fields import Delivery
from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.blocks.payment import Payment
from domain.services.choices import Capacity, DocumentKind, UserKind
from domain.services.form import papers_of
from domain.services.judgement import judgement
from domain.services.plate_reissue import words
from domain.services.plate_reissue.facts import PlateReason, PlateReissueFacts, PlatesAffected

GONE: Final = frozenset[Choice]({PlateReason.LOST, PlateReason.DESTROYED})
"""A plate that is gone is reissued, and a damaged one is replaced (124 art. 44)."""

ALWAYS: Final = frozenset(
    {DocumentKind.ID_FRONT, DocumentKind.ID_BACK, DocumentKind.REGISTRATION_CERTIFICATE}
)


def documents_for(reason: str | None, capacity: Capacity | None) -> frozenset[DocumentKind]:
    asked = ALWAYS
    if reason == PlateReason.DAMAGED:
        asked |= {DocumentKind.PLATE_PHOTO}
    if capacity is Capacity.AGENT:
        asked |= {DocumentKind.MANDATE}
    return asked


class PlateReissue(AboutVehicle):
    """补换领机动车号牌."""

    TEXTS: ClassVar = MappingProxyType({**TEXTS, **PLACE_TEXTS})
    LAWS: ClassVar = words.LAWS
    USER_KINDS: ClassVar = frozenset({UserKind.REAL_NAME, UserKind.UNIT})

    service: Literal["plate_reissue"]
    business: Annotated[Business, BUSINESS]
    reason: Annotated[PlateReason, words.REASON]
    plates_affected: Annotated[PlatesAffected, words.PLATES_AFFECTED]
    need_temp_plate: Annotated[bool, words.NEED_TEMP_PLATE]
    mounting_outlet_id: Annotated[str | None, Field(max_length=20), words.MOUNTING_OUTLET] = None
    delivery: Delivery
    payment: Payment
    documents: Documents = ()

    @field_validator("reason")
    @classmethod
    def _of_the_business(cls, reason: PlateReason, info: ValidationInfo) -> PlateReason:
        fitting(info.data.get("business"), reason, GONE)
        return reason

    @field_validator("mounting_outlet_id")
    @classmethod
    def _an_outlet_of_the_prefecture(cls, text: str | None, info: ValidationInfo) -> str | None:
        """Plates are fitted where the vehicle is registered, as it is there that they are made."""
        return text and place_of(text, OUTLETS, judgement(info).prefecture)

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        seen = judgement(info)
        asked = documents_for(info.data.get("reason"), seen.capacity)
        return with_all(asked, value, handler)

    def facts(self) -> PlateReissueFacts:
        return PlateReissueFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            plate_kind=self.vehicle.plate_kind,
            business=self.business,
            reason=self.reason,
            plates_affected=self.plates_affected,
            need_temp_plate=self.need_temp_plate,
            mounting_outlet=self.mounting_outlet_id,
            delivery=self.delivery.facts(),
            pays=self.payment.method,
        )
