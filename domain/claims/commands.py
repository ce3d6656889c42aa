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

    ``answered_at`` is when the register said on what the outcome of the case rests.
    """

    answered_at: datetime | None = None


class TakeNumber(ClaimCommand, frozen=True, kw_only=True):
    """Take a plate number for the ``vehicle``, if no other has it and it is kept for nobody else.

    ``owner`` is the index of whoever owns the vehicle then. What is ``on_record`` already is a
    fact: such a number is taken if no other vehicle has it, and nothing is refused.
    """

    vehicle: UUID
    owner: bytes | None = None
    on_record: bool = False


class GiveUpNumber(ClaimCommand, frozen=True, kw_only=True):
    """Let the number of the ``vehicle`` go. It is kept for its ``owner`` if he is named."""

    vehicle: UUID
    owner: bytes | None = None


class ReleaseClaim(ClaimCommand, frozen=True, kw_only=True):
    """Let the claim go."""
