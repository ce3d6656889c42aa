"""What follows from the callback of a carrier: a scan of a parcel that this carrier has."""

from uuid import UUID

from domain.carriers.carrier import CarrierName
from domain.carriers.carrier_scan import CarrierScan, ScanUnreadable, scan_told
from domain.door.door import Door
from domain.parcels.commands import RecordItemScan
from domain.parcels.parcel import PARCEL
from domain.people import system
from workers.inbox import Follows, MessageUnreadable, Reader


def scan_reader(door: Door, carrier: CarrierName) -> Reader:
    """Reads what a carrier tells. Of an item of another it can tell nothing."""

    async def read(body: bytes) -> Follows:
        try:
            told = scan_told(body)
        except ScanUnreadable:
            raise MessageUnreadable from None
        if not await has(door, carrier, told.key, told.item_no):
            raise MessageUnreadable
        return Follows(PARCEL, told.key, recorded(told.scan))

    return read


async def has(door: Door, carrier: CarrierName, parcel: UUID, item_no: str) -> bool:
    """Whether a parcel was given to this carrier under this number.

    Raises :class:`~domain.door.refusals.NotFound` if there is no such parcel.
    """
    opened, _ = await door.open(PARCEL, parcel, system(carrier))
    return (opened.state.carrier, opened.state.item_no) == (carrier, item_no)


def recorded(scan: CarrierScan) -> RecordItemScan:
    """The command that records it. Told twice it is one scan, by its id."""
    return RecordItemScan(
        scan=scan.scan_id,
        status=scan.status,
        place=scan.place,
        scanned_at=scan.scanned_at,
        reason=scan.reason,
        signatory=scan.signatory,
        id_seen=scan.id_seen,
        collected_fen=scan.collected_fen,
    )
