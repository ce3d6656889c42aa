"""The postal carrier's word about its parcels, by item number.

A number may come back after two years, so it names the case that holds its claim: the one whose
parcel was handed over last. The claim is written with the handing over, so a parcel is known at
once, and no read model is asked.
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
from api.openapi.schemas import Schema, command_body
from api.openapi.stream_schemas import receipt_of
from api.preconditions import versions_named
from api.rates.buckets import PARCELS
from api.rates.guesses import Drawn
from api.receipt import receipt
from domain.case.case import CASE
from domain.case.delivery.commands import (
    RecordDelivery,
    RecordFailedDelivery,
    RecordReturn,
    RecordScan,
)
from domain.case.delivery.parcel import case_of, claim_to, is_under, item_named
from domain.case.delivery.refusals import ParcelUnknown
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.door.refusals import NotFound
from domain.message import Command
from domain.people import Role

router = APIRouter(prefix="/parcels", tags=["parcels"])


def _tells(kind: type[Command]) -> Schema:
    """How the carrier's word is described."""
    return joined(
        asked(command_body(kind, CASE.words.fields), required=False),
        answered(receipt_of(CASE), headers=("ETag", "Idempotency-Replayed")),
        sent(IF_MATCH, IDEMPOTENCY_KEY),
    )


@router.post(
    "/{item_no}/scan",
    operation_id="scanParcel",
    summary="The parcel was seen somewhere",
    openapi_extra=_tells(RecordScan),
)
async def scan(item_no: str, request: Request, desk: TheDesk, identity: Carrier) -> Response:
    return await _told(item_no, request, desk, identity, RecordScan)


@router.post(
    "/{item_no}/failed-delivery",
    operation_id="failDelivery",
    summary="The parcel found nobody",
    openapi_extra=_tells(RecordFailedDelivery),
)
async def failed(item_no: str, request: Request, desk: TheDesk, identity: Carrier) -> Response:
    return await _told(item_no, request, desk, identity, RecordFailedDelivery)


@router.post(
    "/{item_no}/delivery",
    operation_id="deliverParcel",
    summary="The recipient signed",
    openapi_extra=_tells(RecordDelivery),
)
async def delivered(item_no: str, request: Request, desk: TheDesk, identity: Carrier) -> Response:
    return await _told(item_no, request, desk, identity, RecordDelivery)


@router.post(
    "/{item_no}/return",
    operation_id="returnParcel",
    summary="The parcel is back",
    openapi_extra=_tells(RecordReturn),
)
async def returned(item_no: str, request: Request, desk: TheDesk, identity: Carrier) -> Response:
    return await _told(item_no, request, desk, identity, RecordReturn)


async def _told(
    item_no: str, request: Request, desk: Desk, identity: Identity, kind: type[Command]
) -> Response:
    """Carries out what a carrier tells. It may repeat itself, with a key or without one."""
    number = item_named(item_no)
    given = read_command(kind, request, await request.body())
    case = await _holder(desk, number, identity)

    async def command(opened: Opened[Case]) -> Command:
        is_under(opened.state, number)
        return given

    by = request_by(
        identity,
        stream=case,
        name=kind.__name__,
        body=msgspec.json.encode(given),
        key=f"{case}:{number}:{idempotency_key(request) or _word(desk, given)}",
        expected=versions_named(request.headers),
    )
    outcome = await carried_out(desk, by.command_id, desk.door.handle(CASE, case, command, by))
    return receipt(desk.actions, outcome, Role.CARRIER)


def _word(desk: Desk, given: Command) -> str:
    """Stands for the key of a carrier who sends none: the same word is told once.

    A scan names its instant, and a parcel is delivered or returned once. Of failed deliveries
    one is like the other, so of one reason there is one a day.
    """
    said = hashlib.sha256(msgspec.json.encode(given)).hexdigest()
    day = f"{desk.today}:" if isinstance(given, RecordFailedDelivery) else ""
    return f"{type(given).__name__}:{day}{said}"


async def _holder(desk: Desk, number: str, identity: Identity) -> UUID:
    """The case that holds the claim to the number. A number that none holds is a wrong guess."""
    attempt = await desk.guesses.attempt(Drawn(PARCELS, identity.principal))
    claim = claim_to(number)
    try:
        opened, _ = await desk.door.open(claim.of, claim.stream, identity.actor)
        case = case_of(opened.state)
    except (NotFound, ParcelUnknown):
        await attempt.wrong()
        raise ParcelUnknown from None
    await attempt.void()
    return case
