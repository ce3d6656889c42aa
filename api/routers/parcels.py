"""The postal carrier's word about its parcels, by item number.

A number may come back after two years, so it names the parcel that holds its claim: the one that
was handed over last. The claim is written with the handing over, so a parcel is known at once,
and no read model is asked.
"""

import hashlib
from uuid import UUID

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from api.command_outcome import carried_out
from api.command_request import idempotency_key, read_command, request_by
from api.dependencies import Carrier, TheDesk
from api.desk import Desk
from api.identity import Identity
from api.openapi.operation import answered, asked, joined, sent
from api.openapi.parameters import IDEMPOTENCY_KEY, IF_MATCH
from api.openapi.schemas import command_body
from api.openapi.stream_schemas import receipt_of
from api.preconditions import versions_named
from api.rates.buckets import PARCELS
from api.rates.guesses import Drawn
from api.receipt import receipt
from domain.case.delivery.parcel import claim_to, item_named, parcel_under
from domain.case.delivery.refusals import ParcelUnknown
from domain.door.refusals import NotFound
from domain.parcels.commands import RecordItemScan
from domain.parcels.parcel import PARCEL
from domain.people import Role

router = APIRouter(prefix="/parcels", tags=["parcels"])


@router.post(
    "/{item_no}/scan",
    operation_id="scanParcel",
    summary="The parcel was seen: on its way, at the door, or back at the office",
    openapi_extra=joined(
        asked(command_body(RecordItemScan, PARCEL.words.fields)),
        answered(receipt_of(PARCEL), headers=("ETag", "Idempotency-Replayed")),
        sent(IF_MATCH, IDEMPOTENCY_KEY),
    ),
)
async def scan(item_no: str, request: Request, desk: TheDesk, identity: Carrier) -> Response:
    """Takes a scan down, once by its id. A carrier may repeat itself, in whatever order.

    What does not fit what was told before is kept and shown to an officer, so it is no mistake.
    """
    number = item_named(item_no)
    command = read_command(RecordItemScan, request, await request.body())
    parcel = await _named(desk, number, identity)
    said = hashlib.sha256(msgspec.json.encode(command)).hexdigest()
    by = request_by(
        identity,
        stream=parcel,
        name=RecordItemScan.__name__,
        body=msgspec.json.encode(command),
        key=f"{parcel}:{idempotency_key(request) or said}",
        expected=versions_named(request.headers),
    )
    outcome = await carried_out(desk, by.command_id, desk.door.handle(PARCEL, parcel, command, by))
    return receipt(desk.actions, outcome, Role.CARRIER)


async def _named(desk: Desk, number: str, identity: Identity) -> UUID:
    """The parcel that holds the claim to the number. One that none holds is a wrong guess."""
    attempt = await desk.guesses.attempt(Drawn(PARCELS, identity.principal))
    claim = claim_to(number)
    try:
        opened, _ = await desk.door.open(claim.of, claim.stream, identity.actor)
        parcel = parcel_under(opened.state)
    except (NotFound, ParcelUnknown):
        await attempt.wrong()
        raise ParcelUnknown from None
    await attempt.void()
    return parcel
