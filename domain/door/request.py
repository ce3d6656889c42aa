"""A request: who asks for a command, through which channel, and under which id."""

import hashlib
from collections.abc import Container, Set
from typing import Final
from uuid import UUID

import msgspec

from domain.message import Command
from domain.name_based import uuid5
from domain.people import Actor, Role, system

CHANNEL: Final = "system"
"""The channel of what the service does by itself, and of nothing that a person asks for."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A request. ``sha256`` tells a repetition from another request under the same id.

    ``expected`` is the version that the caller has seen, if the stream must not have moved, or
    holds the versions that he would do with. ``id_indexes`` are the blind indexes of the ID
    number of ``by``, as far as they are known. They are not stored.
    Raises ``ValueError`` for a person in the channel of the service itself: whoever reads the
    history would believe that nobody had decided.
    """

    by: Actor
    channel: str
    command_id: UUID
    sha256: bytes
    expected: Container[int] | int | None = None
    id_indexes: Set[bytes] = frozenset()

    def __post_init__(self) -> None:
        if self.channel == CHANNEL and self.by.role is not Role.SYSTEM:
            raise ValueError(f"{self.by.role} does not act by itself")

    def accepts(self, version: int) -> bool:
        """Whether the caller lets the command be carried out on this version."""
        match self.expected:
            case None:
                return True
            case int(seen):
                return seen == version
            case several:
                return version in several


def own_request(worker: str, stream: UUID, version: int, command: Command) -> Request:
    """A request of the service itself about a stream as it stood at ``version``.

    The same worker, stream, version and command give the same id, so a worker that was
    killed and started again does not act twice. It is stale if the stream has moved since.
    """
    asked = msgspec.json.encode(command)
    name = f"{worker}:{version}:{type(command).__name__}:{asked.decode()}"
    return Request(
        by=system(worker),
        channel=CHANNEL,
        command_id=uuid5(stream.bytes, name),
        sha256=hashlib.sha256(asked).digest(),
        expected=version,
    )
