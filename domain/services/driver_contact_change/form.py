"""D11 变更驾驶证联系方式: a new contact of the holder, filed within 30 days (139 art. 80)."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.clocks.duties import REVIEWED
from domain.identifiers import unit_name
from domain.services.about_licence import AboutLicence
from domain.services.blocks.contact.changed import (
    NewAddress,
    NewEmail,
    NewPostcode,
    noted,
    something_given,
)
from domain.services.blocks.contact.kinds import word
from domain.services.blocks.contact.verified_mobile import (
    NewMobile,
    NewMobileCode,
    contact_codes,
    is_proven,
)
from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.choices import Capacity, DocumentKind, UserKind
from domain.services.driver_contact_change import words
from domain.services.driver_contact_change.facts import DriverContactChangeFacts
from domain.services.form import papers_of
from domain.services.judgement import defect, judgement
from domain.services.personal import PERSONAL
from domain.services.subjects import GivenCode

Employer = Annotated[
    str, Field(min_length=1, max_length=40), word("employer", unit_name.parse), PERSONAL
]


def documents_for(capacity: Capacity | None) -> frozenset[DocumentKind]:
    """Nothing is asked for on the platform, but the mandate where an agent acts."""
    return frozenset({DocumentKind.MANDATE} if capacity is Capacity.AGENT else ())


class DriverContactChange(AboutLicence):
    """What is left out stays as it is. A driver of large vehicles files his employer too.

    The contact is filed with the issuing office (139 art. 80).

    ``new_mobile_code_id`` is the one-time code that was sent to the new number and confirmed.
    Without it the form is taken, and the case is refused (R-MOBILE-UNVERIFIED).
    """

    TEXTS: ClassVar = words.TEXTS
    LAWS: ClassVar = words.LAWS
    USER_KINDS: ClassVar = frozenset({UserKind.WEB_REGISTERED, UserKind.REAL_NAME})

    service: Literal["driver_contact_change"]
    new_mobile: NewMobile = None
    new_mobile_code_id: NewMobileCode = None
    email: NewEmail = None
    postcode: NewPostcode = None
    contact_address: NewAddress = None
    employer: Annotated[Employer | None, Field(validate_default=True), words.EMPLOYER] = None
    documents: Documents = ()

    @field_validator(
        "new_mobile", "email", "postcode", "contact_address", "employer", mode="before"
    )
    @classmethod
    def _note_contact(cls, value: Any, info: ValidationInfo) -> Any:
        return noted(value, info)

    @field_validator("employer")
    @classmethod
    def _of_a_driver_of_large_vehicles(cls, value: str | None, info: ValidationInfo) -> str | None:
        if not something_given(info):
            raise defect("nothing_changed")
        held = judgement(info).classes
        if value is not None and held and REVIEWED.isdisjoint(held.classes):
            raise defect("employer_not_asked")
        return value

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        return with_all(documents_for(judgement(info).capacity), value, handler)

    def facts(self) -> DriverContactChangeFacts:
        return DriverContactChangeFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            mobile_verified=is_proven(self.new_mobile, self.new_mobile_code_id),
        )

    def codes(self) -> tuple[GivenCode, ...]:
        return (*super().codes(), *contact_codes(self.new_mobile, self.new_mobile_code_id))
