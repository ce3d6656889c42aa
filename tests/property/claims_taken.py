"""The claims that a case takes and lets go."""

from collections.abc import Iterable
from uuid import UUID

from domain.aggregate import Link
from domain.claims.commands import ClaimCommand, TakeClaim
from domain.claims.kind import ClaimKind


def claims_taken_in_turn(links: Iterable[Link], claimed: dict[UUID, bool]) -> None:
    """The claim of an open case is taken when it is free, and let go when it is taken."""
    for link in links:
        if isinstance(link.command, ClaimCommand) and link.command.kind == ClaimKind.OPEN_CASE:
            taken = isinstance(link.command, TakeClaim)
            assert claimed[link.stream] is not taken
            claimed[link.stream] = taken
