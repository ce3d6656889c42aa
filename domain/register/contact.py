"""Where the contact of an owner or a holder stands. The register has no copy of it."""

from uuid import UUID

import msgspec


class FiledContact(msgspec.Struct, frozen=True, gc=False):
    """It is sealed in the ``part`` of this name of the case by which it was filed."""

    case: UUID
    part: str
