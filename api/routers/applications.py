"""What an applicant sees of his own application, and what he may do to it."""

from typing import Any, TypeVar
from uuid import UUID, uuid4

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from api.applicant_forms import AddressForm, CorrectionForm, read_block
from api.commanding import (
    answer,
    carried_out,
    idempotency_key,
    read_command,
    request_by,
    sealed,
    slug,
    version_expected,
)
from api.dependencies import Applicant, TheLanguage, TheParts
from api.identity import Identity
from api.masking import masked_parts
from api.parts import Parts
from domain.case.case import CASE
from domain.case.delivery.commands import ChangeToPickup, ChangeToPost, RequestRepost
from domain.case.intake.commands import SupplyCorrection
from domain.case.overlays.commands import RequestGreenChannel, WithdrawCase
from domain.case.remedies.commands import FileReconsideration
from domain.case.stage import Stage
from domain.case.vocabulary import CaseCommand
from domain.services.blocks.delivery.fields import PickupDelivery
from domain.services.facts import Paper

Asked = TypeVar("Asked", WithdrawCase, FileReconsideration, RequestGreenChannel)

router = APIRouter(prefix="/applications", tags=["applications"])


@router.get("/{case}", operation_id="getApplication", summary="One of my applications")
async def application(case: UUID, parts: TheParts, identity: Applicant) -> Response:
    """Shows one application. Personal data is masked, also for its owner."""
    opened, _ = await parts.door.open(CASE, case, identity.actor)
    state = opened.state
    content: dict[str, Any] = {
        "id": str(case),
        "reference": state.reference,
        "service": state.service,
        "stage": state.stage,
        "office": state.office,
        "version": opened.version,
        "position": opened.position,
        "payable_fen": state.payable_fen,
        "actions": sorted(
            slug(command)
            for command in CASE.possible(state)
            if identity.actor.role in CASE.row(command).by
        ),
        "parts": await masked_parts(parts.keyring, case, state.key_id, state.sealed),
    }
    return Response(
        msgspec.json.encode(content),
        headers={"etag": f'"v{opened.version}"'},
        media_type="application/json",
    )


@router.post("/{case}/correction", operation_id="supplyCorrection", summary="Supply what was asked")
async def correction(
    case: UUID, request: Request, parts: TheParts, identity: Applicant, language: TheLanguage
) -> Response:
    """Takes ``documents`` by reference, and a new ``delivery`` if it was asked for."""
    body = await request.body()
    sent = read_block(CorrectionForm, body, parts.today, language)
    kept = {}
    if sent.delivery:
        clear = sent.delivery.model_dump_json(exclude_none=True)
        kept["delivery"] = await sealed(parts, case, "delivery", clear, identity.actor)
    papers = tuple(Paper(document.kind, document.sha256) for document in sent.documents)
    command = SupplyCorrection(papers=papers, sealed=kept)
    return await _acted(request, parts, identity, case, command, body)


@router.post("/{case}/withdrawal", operation_id="withdraw", summary="Withdraw")
async def withdrawal(
    case: UUID, request: Request, parts: TheParts, identity: Applicant
) -> Response:
    """Before acceptance the application is withdrawn. Afterwards the office is asked."""
    return await _asked(request, parts, identity, case, WithdrawCase)


@router.post("/{case}/address", operation_id="changeAddress", summary="Where it shall go now")
async def address(
    case: UUID, request: Request, parts: TheParts, identity: Applicant, language: TheLanguage
) -> Response:
    """Posts a returned parcel again, or changes pick-up to post, or post to pick-up."""
    body = await request.body()
    sent = read_block(AddressForm, body, parts.today, language).delivery
    command: CaseCommand
    if isinstance(sent, PickupDelivery):
        command = ChangeToPickup(office=sent.pickup_office_id)
    else:
        clear = sent.model_dump_json(exclude_none=True)
        kept = {"delivery": await sealed(parts, case, "delivery", clear, identity.actor)}
        opened, _ = await parts.door.open(CASE, case, identity.actor)
        kind = ChangeToPost if opened.state.stage is Stage.READY_FOR_PICKUP else RequestRepost
        command = kind(sealed=kept, destination_region=sent.region_code)
    return await _acted(request, parts, identity, case, command, body)


@router.post(
    "/{case}/reconsideration",
    operation_id="fileReconsideration",
    summary="Ask for administrative reconsideration",
)
async def reconsideration(
    case: UUID, request: Request, parts: TheParts, identity: Applicant
) -> Response:
    return await _asked(request, parts, identity, case, FileReconsideration)


@router.post(
    "/{case}/green-channel", operation_id="askForGreenChannel", summary="Ask for the green channel"
)
async def green_channel(
    case: UUID, request: Request, parts: TheParts, identity: Applicant
) -> Response:
    return await _asked(request, parts, identity, case, RequestGreenChannel)


async def _asked(
    request: Request, parts: Parts, identity: Identity, case: UUID, kind: type[Asked]
) -> Response:
    """Carries out an action whose body is the command itself."""
    body = await request.body()
    command = read_command(kind, request, body)
    return await _acted(request, parts, identity, case, command, body)


async def _acted(
    request: Request,
    parts: Parts,
    identity: Identity,
    case: UUID,
    command: CaseCommand,
    body: bytes,
) -> Response:
    """Carries out an applicant's action. ``If-Match`` is welcome and not required."""
    name = type(command).__name__
    expected = version_expected(request) if "if-match" in request.headers else None
    asked = request_by(
        identity,
        case=case,
        name=name,
        body=body,
        key=idempotency_key(request) or (None if expected else str(uuid4())),
        expected=expected,
    )
    outcome = await carried_out(
        parts, asked.command_id, parts.door.handle(CASE, case, command, asked)
    )
    return answer(outcome, identity.actor.role)
