"""What people and officers of the town write down is sealed under the key of the case."""

from typing import Any
from uuid import UUID

import msgspec

from domain.case.state import Case
from domain.keyring import Keyring
from domain.message import Command
from domain.vault import seal


async def sealed(keyring: Keyring, case: UUID, current: Case, command: Command) -> Command:
    """The command with its note and its parts sealed, if it has any that stand in the clear."""
    note, parts = getattr(command, "note", None), getattr(command, "sealed", None)
    if not note and not parts:
        return command
    assert current.key_id is not None
    key = await keyring.key(current.key_id)
    changed: dict[str, Any] = {}
    if note:
        changed["note"] = seal(key, case, "note", note.encode())
    if parts:
        changed["sealed"] = {
            part: seal(key, case, part, clear.encode()) for part, clear in parts.items()
        }
    return msgspec.structs.replace(command, **changed)
