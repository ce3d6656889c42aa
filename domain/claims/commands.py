"""Commands to a claim. Only a case gives them, by what becomes of it."""

from datetime import datetime
from uuid import UUID

from domain.claims.kind import ClaimKind
from domain.message import Command


class ClaimCommand(Command, frozen=True, kw_only=True):
    """A request of a case."""

    kind: ClaimKind
    case: UUID


class TakeClaim(ClaimCommand, frozen=True, kw_only=True):
    """Take the claim, if nobody else holds it.

    ``answered_at`` is when the register said on what the outcome of the case rests. ``parcel``
    is the one that bears the number of a postal item.
    """

    answered_at: datetime | None = None
    parcel: UUID | None = None


class ReleaseClaim(ClaimCommand, frozen=True, kw_only=True):
    """Let the claim go."""
