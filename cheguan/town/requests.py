"""How somebody of the town asks for a command: in his own name, through his own channel."""

from typing import Any
from uuid import UUID

import msgspec

from api.command_request import CHANNEL as API
from domain.aggregate import Aggregate
from domain.door.door import Door
from domain.door.refusals import NotFound
from domain.door.request import CHANNEL as BY_ITSELF
from domain.door.request import Request, own_request
from domain.message import Command
from domain.people import Actor, Role
from domain.services.choices import Channel


def town_request(
    stream: UUID, version: int, command: Command, by: Actor, applied: Channel | None = None
) -> Request:
    """The request of ``by``. The same person, stream, version and command give the same id.

    Applicants go on through the channel through which they ``applied``, officers and carriers
    come through the API, and only programs of the service act by themselves.
    """
    asked = own_request(f"town:{by.role}:{by.id}", stream, version, command)
    return msgspec.structs.replace(asked, by=by, channel=_channel(by, applied))


async def version_of(door: Door, of: Aggregate[Any], stream: UUID, by: Actor) -> int:
    """How far a stream has come. In a long story the door has forgotten most of them."""
    known = door.recent(stream)
    try:
        return (known or (await door.open(of, stream, by))[0]).version
    except NotFound:
        return 0


def _channel(by: Actor, applied: Channel | None) -> str:
    if by.role is Role.SYSTEM:
        return BY_ITSELF
    return applied if by.role is Role.APPLICANT and applied else API
