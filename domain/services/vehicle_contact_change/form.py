"""V06 变更机动车联系方式: a new contact of the owner, recorded within a day (124 art. 17)."""

from typing import Any, ClassVar, Literal

from pydantic import (
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_validator,
)

from domain.services.about_vehicle import AboutVehicle
from domain.services.blocks.contact.changed import (
    NewAddress,
    NewEmail,
    NewPostcode,
    noted,
    something_given,
)
from domain.services.blocks.contact.verified_mobile import (
    NewMobile,
    NewMobileCode,
    contact_codes,
    is_proven,
)
from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.choices import Capacity, DocumentKind, UserKind
from domain.services.form import papers_of
from domain.services.judgement import defect, judgement
from domain.services.subjects import GivenCode
from domain.services.vehicle_contact_change import words
from domain.services.vehicle_contact_change.facts import VehicleContactChangeFacts


def documents_for(capacity: Capacity | None) -> frozenset[DocumentKind]:
    """Nothing is asked for on the platform, but the mandate where an agent acts."""
    return frozenset({DocumentKind.MANDATE} if capacity is Capacity.AGENT else ())


class VehicleContactChange(AboutVehicle):
    """What is left out stays as it is. Unit vehicles are changed at a window.

    The contact is filed with the registering office (124 art. 17).

    ``new_mobile_code_id`` is the one-time code that was sent to the new number and confirmed.
    Without it the form is taken, and the case is refused (R-MOBILE-UNVERIFIED).
    """

    TEXTS: ClassVar = words.TEXTS
    LAWS: ClassVar = words.LAWS
    USER_KINDS: ClassVar = frozenset(UserKind)
    UNITS_ONLINE: ClassVar = False

    service: Literal["vehicle_contact_change"]
    new_mobile: NewMobile = None
    new_mobile_code_id: NewMobileCode = None
    email: NewEmail = None
    postcode: NewPostcode = None
    contact_address: NewAddress = None
    documents: Documents = ()

    @field_validator("new_mobile", "email", "postcode", "contact_address", mode="before")
    @classmethod
    def _note_contact(cls, value: Any, info: ValidationInfo) -> Any:
        return noted(value, info)

    @field_validator("contact_address")
    @classmethod
    def _something_changes(cls, value: str | None, info: ValidationInfo) -> str | None:
        if not something_given(info):
            raise defect("no_contact_changed")
        return value

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        seen = judgement(info)
        return with_all(documents_for(seen.capacity), value, handler)

    def facts(self) -> VehicleContactChangeFacts:
        return VehicleContactChangeFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            plate_kind=self.vehicle.plate_kind,
            mobile_verified=is_proven(self.new_mobile, self.new_mobile_code_id),
        )

    def codes(self) -> tuple[GivenCode, ...]:
        return (*super().codes(), *contact_codes(self.new_mobile, self.new_mobile_code_id))
