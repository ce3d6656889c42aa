"""Under which number the town posts a document, where carriers give numbers."""

from domain.case.delivery.commands import HandToPost
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.door.door import Door
from domain.door.refusals import NotFound
from domain.parcels.parcel import PARCEL
from domain.parcels.state import ParcelStage, parcel_of
from domain.people import system


async def numbered(door: Door, opened: Opened[Case], command: HandToPost) -> HandToPost | None:
    """The hand-over under the number of the carrier, or else of a label from a counter.

    None while no carrier has given a number yet.
    """
    parcel = parcel_of(opened.stream, opened.state.posts + 1)
    try:
        found = (await door.open(PARCEL, parcel, system("town")))[0].state
    except NotFound:
        return command
    if found.stage is ParcelStage.PREPARED:
        return None
    return HandToPost(item_no=found.item_no) if found.item_no else command
