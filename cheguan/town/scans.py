"""The carrier of the town tells where it has seen a parcel."""

from uuid import UUID

import msgspec

from cheguan.town.requests import town_request
from domain.case.state import Case
from domain.door.door import Door
from domain.message import Command
from domain.parcels.commands import RecordItemScan
from domain.parcels.parcel import PARCEL
from domain.parcels.state import parcel_of
from domain.people import Actor


async def scanned(door: Door, case: UUID, current: Case, command: Command, by: Actor) -> bool:
    """Has a scan of the parcel under way taken down. Says whether the command was one.

    The case stands where it stood.
    """
    if not isinstance(command, RecordItemScan):
        return False
    parcel = parcel_of(case, current.posts)
    asked = msgspec.structs.replace(town_request(parcel, 0, command, by), expected=None)
    await door.handle(PARCEL, parcel, command, asked)
    door.forget(parcel)
    return True
