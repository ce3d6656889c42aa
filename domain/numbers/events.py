"""Events about a plate number. These names and fields are stored for ever.

``case`` is the one by which it came about, or the vehicle itself where no case is known. The
issuing ``prefix``, such as 豫A, and the kind of the plate stand in the clear, so that numbers can
be counted; which number it is nobody reads off.
"""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from domain.hidden import HIDDEN
from domain.identifiers.plate import PlateKind
from domain.message import Event
from domain.numbers.stage import NumberStage


class PlateNumberEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a plate number."""

    case: UUID
    prefix: str | None = None
    plate_kind: PlateKind | None = None


class PlateNumberOffered(PlateNumberEvent, frozen=True, kw_only=True):
    """It was drawn for somebody, who alone may choose it up to and including an instant."""

    offered_until: datetime


class PlateNumberReserved(PlateNumberEvent, frozen=True, kw_only=True):
    """It waits for the registration of one vehicle by one owner, by the index of his number."""

    vehicle: Annotated[UUID, HIDDEN]
    owner_index: Annotated[bytes, HIDDEN]
    reserved_on: date


class PlateNumberLocked(PlateNumberEvent, frozen=True, kw_only=True):
    """A case at a window is about to give it to the vehicle.

    ``reservation`` is the case that had reserved it for that.
    """

    vehicle: Annotated[UUID, HIDDEN]
    reservation: UUID | None = None


class PlateNumberIssued(PlateNumberEvent, frozen=True, kw_only=True):
    """The vehicle bears it. ``reservation`` is the case that had reserved it for that."""

    vehicle: Annotated[UUID, HIDDEN]
    reservation: UUID | None = None


class PlateNumberReleased(PlateNumberEvent, frozen=True, kw_only=True):
    """Whoever had it lets it go. It is free, or reserved as before a window was about to give it.

    It may be kept for somebody to the end of ``kept_until``: for the owner of the vehicle that
    has borne it, by the index of his number.
    """

    stage: NumberStage
    kept_until: date | None = None
    kept_for_index: Annotated[bytes | None, HIDDEN] = None
