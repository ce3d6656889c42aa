"""What a carrier tells of a parcel, and whoever would like to be a carrier."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import httpx

from api.routers.carrier_callbacks import path_of
from cheguan.carrier_secrets import secrets_file
from cheguan.taken_in import readers
from domain.carriers.carrier import CarrierName
from domain.carriers.carrier_scan import CarrierNotice, CarrierScan, ScannedItem, notice_body
from domain.inbox.webhook_signature import secret_of
from domain.parcels.reasons import ScanStatus
from tests.kit.callbacks import headers
from tests.kit.served import Service
from workers import inbox

EMS, REGISTERED = CarrierName.EMS, CarrierName.REGISTERED


def carrier_secret(folder: Path, carrier: CarrierName = EMS) -> bytes:
    return secret_of((folder / secrets_file(carrier)).read_text("ascii").split()[0])


def scanned(
    parcel: UUID,
    item_no: str,
    scanned_at: datetime,
    status: ScanStatus = ScanStatus.COLLECTED,
    id: str = "scan-1",
) -> bytes:
    """The body in which a carrier tells that it has seen a parcel in Zhengzhou."""
    scan = CarrierScan(scan_id=id, status=status, place="410100", scanned_at=scanned_at)
    data = ScannedItem(key=parcel, item_no=item_no, scan=scan)
    return notice_body(CarrierNotice(timestamp=datetime(2020, 3, 2, 2, tzinfo=UTC), data=data))


async def carrier_called(
    service: Service, id: str, body: bytes, carrier: CarrierName = EMS
) -> httpx.Response:
    """The carrier itself tells something."""
    fields = headers(carrier_secret(service.secrets, carrier), id, body)
    return await service.http.post(path_of(carrier), content=body, headers=fields)


async def scans_settled(service: Service) -> int:
    """Makes commands of what waits. How many messages that were."""
    desk, count = service.desk, 0
    while done := await inbox.step(desk.inbox, desk.door, readers(desk)):
        count += done
    return count
