"""A document that was issued for a vehicle or to the holder of a licence."""

from datetime import date
from uuid import UUID

import msgspec


class IssuedDocument(msgspec.Struct, frozen=True, gc=False):
    """``service`` is the code of the service by which it was issued, ``no`` the blank's serial.

    The one before it of the same service is void from that day on. ``no`` is empty as long as
    only the ``case`` knows it.
    """

    service: str
    no: str
    issued_on: date
    case: UUID | None = None
