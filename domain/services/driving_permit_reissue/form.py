"""V02 补换领行驶证: the driving permit of a vehicle, lost, damaged or full (124 art. 44)."""

from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.choice import Choice
from domain.services.about_vehicle import AboutVehicle
from domain.services.blocks.business import BUSINESS, TEXTS, Business, fitting
from domain.services.blocks.delivery.fields import Delivery
from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.blocks.payment import Payment
from domain.services.choices import Capacity, DocumentKind, UserKind
from domain.services.driving_permit_reissue import words
from domain.services.driving_permit_reissue.facts import DrivingPermitReissueFacts, PermitReason
from domain.services.form import papers_of
from domain.services.judgement import judgement

GONE: Final = frozenset[Choice]({PermitReason.LOST, PermitReason.DESTROYED})
"""A permit that is gone is reissued. A damaged one, or a full one, is replaced."""

ALWAYS: Final = frozenset(
    {DocumentKind.ID_FRONT, DocumentKind.ID_BACK, DocumentKind.VEHICLE_PHOTO_45DEG}
)
"""The photo is printed in the permit."""


def documents_for(capacity: Capacity | None) -> frozenset[DocumentKind]:
    return ALWAYS | {DocumentKind.MANDATE} if capacity is Capacity.AGENT else ALWAYS


class DrivingPermitReissue(AboutVehicle):
    """补换领行驶证. The old permit, if there is one, is collected when the new one is delivered."""

    TEXTS: ClassVar = TEXTS
    LAWS: ClassVar = words.LAWS
    USER_KINDS: ClassVar = frozenset({UserKind.REAL_NAME, UserKind.UNIT})

    service: Literal["driving_permit_reissue"]
    business: Annotated[Business, BUSINESS]
    reason: Annotated[PermitReason, words.REASON]
    delivery: Delivery
    payment: Payment
    documents: Documents = ()

    @field_validator("reason")
    @classmethod
    def _of_the_business(cls, reason: PermitReason, info: ValidationInfo) -> PermitReason:
        fitting(info.data.get("business"), reason, GONE)
        return reason

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        return with_all(documents_for(judgement(info).capacity), value, handler)

    def facts(self) -> DrivingPermitReissueFacts:
        return DrivingPermitReissueFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            plate_kind=self.vehicle.plate_kind,
            business=self.business,
            reason=self.reason,
            delivery=self.delivery.facts(),
            pays=self.payment.method,
        )
