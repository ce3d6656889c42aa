"""A new mobile number and the one-time code that proves it, as several forms ask for them."""

from typing import Annotated, TypeAlias
from uuid import UUID

from domain.code_purpose import CodePurpose
from domain.services.blocks.contact.kinds import Mobile
from domain.services.blocks.contact.proof import ProvesNumber
from domain.services.blocks.contact.words import NEW_MOBILE, NEW_MOBILE_CODE_ID
from domain.services.subjects import GivenCode

NewMobile: TypeAlias = Annotated[Mobile | None, NEW_MOBILE]
NewMobileCode: TypeAlias = Annotated[
    UUID | None, NEW_MOBILE_CODE_ID, ProvesNumber(CodePurpose.CONTACT_CHANGE, ("new_mobile",))
]
"""Without it the form is taken, and the case is refused (R-MOBILE-UNVERIFIED)."""


def is_proven(number: str | None, code: UUID | None) -> bool:
    """Whether a new number, if there is one, has its code.

    A form that is taken has a good one: the submission uses it in the same instant (ADR 43).
    """
    return number is None or code is not None


def contact_codes(number: str | None, code: UUID | None) -> tuple[GivenCode, ...]:
    """The code of a new number, as :meth:`Form.codes <domain.services.form.Form.codes>` gives
    it.
    """
    if number is None or code is None:
        return ()
    return (GivenCode(code=code, purpose=CodePurpose.CONTACT_CHANGE, number=number),)
