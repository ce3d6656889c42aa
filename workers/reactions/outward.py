"""A reaction whose consequences leave this service: they are handed to somebody else (ADR 49)."""

from typing import Any, NamedTuple, Protocol
from uuid import UUID

from domain.aggregate import Aggregate
from domain.door.request import Request
from domain.message import Command
from domain.reactions import Declared


class Hand(Protocol):
    """Who carries a consequence out: the door, or somebody who stands in its place.

    The same command comes again under the same id until it was carried out once.
    """

    async def handle(
        self, of: Aggregate[Any], stream: UUID, command: Command, request: Request
    ) -> object:
        """Raises a :class:`~domain.refusal.Refusal`, and then nothing has happened."""
        ...


class Outward(NamedTuple):
    """A reaction that no aggregate declares, and the hand that carries its commands out."""

    declared: Declared
    hand: Hand
