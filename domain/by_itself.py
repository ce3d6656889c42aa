"""Requests the service makes by itself, with ids that follow from their cause.

The same worker, case, version and command give the same id. So a worker that was killed, or
that slept while another took its place, does not act twice.
"""

import hashlib
from typing import Final
from uuid import UUID, uuid5

import msgspec

from domain.case.commands import CaseCommand
from domain.people import Actor, system
from domain.preparing import Request

CHANNEL: Final = "system"


def request(
    worker: str, case: UUID, version: int, command: CaseCommand, by: Actor | None = None
) -> Request:
    """A request about the case as it stood at ``version``. It is stale if the case has moved."""
    asked = msgspec.json.encode(command)
    name = f"{worker}:{version}:{type(command).__name__}:{asked.decode()}"
    return Request(
        by=by or system(worker),
        channel=CHANNEL,
        command_id=uuid5(case, name),
        sha256=hashlib.sha256(asked).digest(),
        expected=version,
    )
