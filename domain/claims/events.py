"""Events about a claim. These names and fields are stored for ever."""

from datetime import date
from uuid import UUID

from domain.claims.kind import ClaimKind
from domain.message import Event


class ClaimEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a claim."""

    kind: ClaimKind
    case: UUID


class ClaimTaken(ClaimEvent, frozen=True, kw_only=True):
    """A case holds the claim. ``taken_on`` is an office-local day."""

    taken_on: date


class ClaimReleased(ClaimEvent, frozen=True, kw_only=True):
    """The case came to its end, so another may take the claim."""
