"""The facts of a change of contact that are stored in the clear."""

from typing import Annotated

from domain.services.blocks.contact.words import MOBILE_VERIFIED
from domain.services.facts import Facts


class DriverContactChangeFacts(Facts, frozen=True, kw_only=True, tag="driver_contact_change"):
    """``mobile_verified`` says that a new number, if there is one, has answered its SMS code."""

    mobile_verified: Annotated[bool, MOBILE_VERIFIED]
