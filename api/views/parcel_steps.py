"""Where the parcels of an application were seen, as steps between those of the application."""

from typing import Final

from api.dependencies import read_connection
from api.desk import Desk
from api.language import Language
from domain.parcels.events import ItemScanned
from domain.parcels.parcel import PARCEL
from domain.parcels.reasons import ScanStatus
from domain.parcels.scan import ItemScan, of_status
from projections.parcels.queries import parcels_of_case
from projections.tracking.row import Tracked
from projections.tracking.timeline import TimelineStep

_ON_THE_WAY: Final = (
    ScanStatus.COLLECTED,
    ScanStatus.DEPARTED,
    ScanStatus.ARRIVED,
    ScanStatus.OUT_FOR_DELIVERY,
)
"""What else a carrier tells becomes of the case, so the case has a step of its own for it."""
SEEN: Final = ItemScanned.__name__


async def with_parcels(desk: Desk, row: Tracked) -> list[TimelineStep]:
    """The steps of the application and the scans on the way, by the time at which they were."""
    if row.item_no is None:
        return list(row.steps)
    async with read_connection(desk) as reading:
        parcels = await parcels_of_case(reading, row.stream)
    seen = [
        _step(scan, parcel.item_no)
        for parcel in parcels
        for scan in of_status(parcel.standing.scans, *_ON_THE_WAY)
    ]
    return sorted([*row.steps, *seen], key=lambda step: step.at)


def _step(scan: ItemScan, item_no: str) -> TimelineStep:
    return TimelineStep(
        at=scan.at,
        event=SEEN,
        stage="in_post",
        item_no=item_no,
        detail=scan.status,
        place=scan.place,
    )


def seen_text(language: Language) -> str:
    """The title of such a step."""
    return PARCEL.words.events[SEEN].text(language)
