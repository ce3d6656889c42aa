"""The contact as it is to be, where what is left out stays as it is."""

from typing import Annotated, Any, TypeAlias

from pydantic import Field, ValidationInfo

from domain.services.blocks.contact.kinds import Address, Email, Postcode
from domain.services.blocks.contact.words import CONTACT_ADDRESS, EMAIL, POSTCODE
from domain.services.judgement import judgement

NewEmail: TypeAlias = Annotated[Email | None, EMAIL]
NewPostcode: TypeAlias = Annotated[Postcode | None, POSTCODE]
NewAddress: TypeAlias = Annotated[Address | None, Field(validate_default=True), CONTACT_ADDRESS]


def noted(value: Any, info: ValidationInfo) -> Any:
    """Notes a field that was sent, sound or not, before it is judged."""
    if value is not None and info.field_name:
        judgement(info).given.add(info.field_name)
    return value


def something_given(info: ValidationInfo) -> bool:
    """Whether anything is to change, as far as the fields before this one say."""
    return bool(judgement(info).given)
