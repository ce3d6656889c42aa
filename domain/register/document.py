"""A document that was issued for a vehicle or to the holder of a licence."""

from datetime import date
from uuid import UUID

import msgspec

from domain.choice import Choice


class IssuedDocument(msgspec.Struct, frozen=True, gc=False):
    """``service`` is the code of the service by which it was issued, ``no`` the blank's serial.

    The one before it of the same service is void from that day on. ``no`` is empty as long as
    only the ``case`` knows it.
    """

    service: str
    no: str
    issued_on: date
    case: UUID | None = None


class HandedOut(Choice):
    """What was printed and handed out because of a decision."""

    LICENCE = "licence", "驾驶证", "driving licence"
    DOCUMENT = "document", "牌证", "plates or document"
    TEMPORARY_PLATE = "temporary_plate", "临时行驶车号牌", "temporary plate"
    INSPECTION_MARK = "inspection_mark", "检验标志", "inspection mark"


class TakenBack(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The office has taken in what the outcome of the ``case`` put another one in the place of."""

    what: HandedOut
    case: UUID
    taken_on: date


class VoidDocument(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What was handed out by the outcome of the ``case`` is void, wherever it is by now."""

    what: HandedOut
    case: UUID
    void_from: date
    issued_on: date | None = None
