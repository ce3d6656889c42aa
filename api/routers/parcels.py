"""The postal carrier's word about its parcels, by item number."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.command_outcome import carried_out
from api.command_request import idempotency_key, read_command, request_by
from api.dependencies import Carrier, Reading, TheDesk
from api.desk import Desk
from api.identity import Identity
from api.problems import Problem
from api.receipt import receipt
from domain.case.case import CASE
from domain.case.delivery.commands import (
    RecordDelivery,
    RecordFailedDelivery,
    RecordReturn,
    RecordScan,
)
from domain.case.state import Case
from domain.door.writing import Opened
from domain.identifiers import postal_item
from domain.identifiers.invalid import InvalidIdentifier
from domain.message import Command
from domain.people import Role
from projections.tracking.row import case_of_item

router = APIRouter(prefix="/parcels", tags=["parcels"])


@router.post("/{item_no}/scan", operation_id="scanParcel", summary="The parcel was seen somewhere")
async def scan(
    item_no: str, request: Request, desk: TheDesk, identity: Carrier, reading: Reading
) -> Response:
    return await _told(item_no, request, desk, identity, reading, RecordScan)


@router.post(
    "/{item_no}/failed-delivery", operation_id="failDelivery", summary="The parcel found nobody"
)
async def failed(
    item_no: str, request: Request, desk: TheDesk, identity: Carrier, reading: Reading
) -> Response:
    return await _told(item_no, request, desk, identity, reading, RecordFailedDelivery)


@router.post("/{item_no}/delivery", operation_id="deliverParcel", summary="The recipient signed")
async def delivered(
    item_no: str, request: Request, desk: TheDesk, identity: Carrier, reading: Reading
) -> Response:
    return await _told(item_no, request, desk, identity, reading, RecordDelivery)


@router.post("/{item_no}/return", operation_id="returnParcel", summary="The parcel is back")
async def returned(
    item_no: str, request: Request, desk: TheDesk, identity: Carrier, reading: Reading
) -> Response:
    return await _told(item_no, request, desk, identity, reading, RecordReturn)


async def _told(
    item_no: str,
    request: Request,
    desk: Desk,
    identity: Identity,
    reading: Any,
    kind: type[Command],
) -> Response:
    """Carries out what a carrier tells. It may repeat itself, by key or about the same version."""
    case = await _case(item_no, reading)
    body = await request.body()
    given = read_command(kind, request, body)
    key = idempotency_key(request)
    seen = None if key else (await desk.door.open(CASE, case, identity.actor))[0].version

    async def command(opened: Opened[Case]) -> Command:
        if opened.state.item_no != item_no:
            raise Problem("parcel-unknown", 404)
        return given

    asked = request_by(
        identity,
        stream=case,
        name=kind.__name__,
        body=body,
        key=f"{item_no}:{key}" if key else None,
        expected=seen,
    )
    outcome = await carried_out(
        desk, asked.command_id, desk.door.handle(CASE, case, command, asked)
    )
    return receipt(desk.actions, outcome, Role.CARRIER)


async def _case(item_no: str, reading: Any) -> UUID:
    try:
        postal_item.parse(item_no)
    except InvalidIdentifier:
        raise Problem("parcel-unknown", 404) from None
    case = await case_of_item(reading, item_no)
    if case is None:
        raise Problem("parcel-unknown", 404)
    return case
