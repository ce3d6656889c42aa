"""Events about a claim. These names and fields are stored for ever."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from domain.claims.kind import ClaimKind
from domain.hidden import HIDDEN
from domain.message import Event


class ClaimEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a claim.

    ``case`` is the one by which it came about, or the vehicle itself where no case is known.
    """

    kind: ClaimKind
    case: UUID


class ClaimTaken(ClaimEvent, frozen=True, kw_only=True):
    """A case holds the claim. ``taken_on`` is an office-local day.

    ``taken_at`` is the instant, where more than the day counts. A plate number is that of the
    ``vehicle``, whoever has taken it for it. A postal item number is that of the ``parcel``.
    """

    taken_on: date
    taken_at: datetime | None = None
    vehicle: Annotated[UUID | None, HIDDEN] = None
    parcel: UUID | None = None


class ClaimReleased(ClaimEvent, frozen=True, kw_only=True):
    """The case came to its end, so another may take the claim.

    A plate number may be kept for somebody to the end of ``kept_until``: for the owner of the
    vehicle that has borne it, by the index of his number.
    """

    kept_until: date | None = None
    kept_for_index: Annotated[bytes | None, HIDDEN] = None
