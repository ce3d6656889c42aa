"""Where the contact of an owner or a holder stands. The register has no copy of it."""

from typing import Final
from uuid import UUID

import msgspec

APPLICANT: Final = "applicant"
"""The part of a case in which whoever applies is sealed, with his telephone."""


class FiledContact(msgspec.Struct, frozen=True, gc=False):
    """It is sealed in the ``part`` of this name of the case by which it was filed."""

    case: UUID
    part: str
