"""What a caller wrote freely is sealed under the key of the stream, before it is decided on."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from api.dependencies import unavailable
from api.desk import Desk
from api.problems import Problem
from api.unopened import unopened
from domain.door.attempt import Opened
from domain.door.door import Asked
from domain.free_text import free_text
from domain.keyring import KeyErased
from domain.message import Command
from domain.vault import SealBroken, seal

KeyOf = Callable[[Any], UUID | None]
"""Names the key that seals what is said of a stream in this state."""


def with_sealed_text(desk: Desk, key_of: KeyOf | None, command: Command) -> Asked:
    """The command itself, or how it is made of the stream, which is then opened only once."""
    written = {name: text for name in free_text(type(command)) if (text := getattr(command, name))}
    if not written:
        return command

    async def asked(opened: Opened[Any]) -> Command:
        return replace(
            command,
            **{
                name: await sealed(desk, key_of, opened, name, text)
                for name, text in written.items()
            },
        )

    return asked


async def sealed(
    desk: Desk, key_of: KeyOf | None, opened: Opened[Any], part: str, clear: str
) -> str:
    """``clear`` under the key of the stream.

    Raises 503 for a stream that has none, and 409 if its key was erased or cannot be opened.
    """
    key_id = key_of(opened.state) if key_of else None
    if key_id is None:
        raise unavailable()
    try:
        key = await desk.keyring.key(key_id)
    except KeyErased:
        raise Problem("key-unusable", 409) from None
    except SealBroken as broken:
        unopened(opened.stream, part)
        raise Problem("key-unusable", 409) from broken
    return seal(key, opened.stream, part, clear.encode())
