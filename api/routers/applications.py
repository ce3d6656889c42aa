"""What an applicant sees of his own application, and what he may do to it."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.applicant_forms import (
    AddressForm,
    CorrectionForm,
    GreenChannelForm,
    read_block,
)
from api.command_outcome import carried_out
from api.command_request import idempotency_key, read_command, request_by
from api.dependencies import Applicant, TheDesk, TheLanguage
from api.desk import Desk
from api.entity_tags import tag_of
from api.form_defects import problem_of
from api.identity import Identity
from api.language import Language
from api.masking import masked_form
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import answered, asked, headed, joined, sent
from api.openapi.parameters import IDEMPOTENCY_KEY, IF_MATCH
from api.openapi.schemas import Described, Schema, block_of, receipt_of, schema_of
from api.papers import read_naming_papers, uploaded
from api.preconditions import versions_named
from api.problems import Problem
from api.receipt import receipt
from api.resources import CASES
from api.sealed_text import sealed
from api.views.tracking import TrackingView, shown, shown_to_applicant
from domain.case.case import CASE
from domain.case.delivery.commands import ChangeToPickup, ChangeToPost, RequestRepost
from domain.case.intake.commands import SupplyCorrection
from domain.case.overlays.commands import RequestGreenChannel, WithdrawCase
from domain.case.remedies.commands import FileReconsideration
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseCommand
from domain.door.attempt import Opened
from domain.door.door import Asked
from domain.people import Role
from domain.recorded_event import RecordedEvent
from domain.services.blocks.delivery.fields import PickupDelivery, PostDelivery
from domain.services.defects import FormRefused
from projections.tracking.row import fold

router = APIRouter(prefix="/applications", tags=["applications"], route_class=TypedRoute)


class ApplicationView(TrackingView):
    """One application as its applicant sees it."""

    id: UUID
    version: int
    payable_fen: int
    actions: list[str]


def _acts(body: Described, *, required: bool = True) -> Schema:
    """How an applicant's action is described."""
    return joined(
        asked(body, required=required),
        answered(receipt_of(CASE), headers=("ETag", "Idempotency-Replayed")),
        sent(IF_MATCH, IDEMPOTENCY_KEY),
    )


@router.get(
    "/{case}",
    operation_id="getApplication",
    summary="One of my applications",
    openapi_extra=headed("ETag"),
)
async def application(
    case: UUID, desk: TheDesk, identity: Applicant, language: TheLanguage
) -> Answer[ApplicationView]:
    """Shows one application: where it stands, what is to be done, and what was decided.

    Personal data is masked, also for its owner. Only the applicant himself reads an officer's
    note as it was written.
    """
    opened, history = await desk.door.open(CASE, case, identity.actor)
    state = opened.state
    form = await masked_form(desk.keyring, case, state.key_id, state.sealed)
    told = await _told(desk, identity, history, language)
    content: ApplicationView = {
        **told,
        "id": case,
        "reference": state.reference,
        "service": state.service,
        "stage": state.stage,
        "office": state.office,
        "version": opened.version,
        "position": opened.position,
        "payable_fen": state.payable_fen,
        "actions": desk.actions.possible(
            CASE, state, desk.door.circumstances(opened, identity.actor, identity.id_indexes)
        ),
        "parts": form.parts,
        "unopened": sorted({*told["unopened"], *form.unopened}),
    }
    return Answer(content, headers={"etag": tag_of(opened.version)})


async def _told(
    desk: Desk, identity: Identity, history: Sequence[RecordedEvent], language: Language
) -> TrackingView:
    """What tracking tells, as of the last event."""
    row = fold(None, history)
    if row is None:
        raise Problem("not-found", 404)
    himself = identity.actor.role is Role.APPLICANT
    return await (shown_to_applicant if himself else shown)(desk, row, language)


@router.post(
    "/{case}/correction",
    operation_id="supplyCorrection",
    summary="Supply what was asked",
    openapi_extra=_acts(block_of(CorrectionForm)),
)
async def correction(
    case: UUID, request: Request, desk: TheDesk, identity: Applicant, language: TheLanguage
) -> Response:
    """Takes ``documents`` by reference, and a new ``delivery`` if it was asked for."""
    body = await request.body()
    sent = await read_naming_papers(CorrectionForm, body, desk, identity, language)

    async def command(opened: Opened[Case]) -> CaseCommand:
        papers = await uploaded(desk, identity, sent.documents)
        kept = {"delivery": await _kept(desk, opened, sent.delivery)} if sent.delivery else {}
        region = sent.delivery.region_code if sent.delivery else None
        return SupplyCorrection(papers=papers, sealed=kept, destination_region=region)

    try:
        return await _acted(request, desk, identity, case, "SupplyCorrection", command, body)
    except FormRefused as refused:
        raise problem_of(refused, language) from None


@router.post(
    "/{case}/withdrawal",
    operation_id="withdraw",
    summary="Withdraw",
    openapi_extra=_acts(schema_of(WithdrawCase), required=False),
)
async def withdrawal(case: UUID, request: Request, desk: TheDesk, identity: Applicant) -> Response:
    """Before acceptance the application is withdrawn. Afterwards the office is asked."""
    return await _asked(request, desk, identity, case, WithdrawCase)


@router.post(
    "/{case}/address",
    operation_id="changeAddress",
    summary="Where it shall go now",
    openapi_extra=_acts(block_of(AddressForm)),
)
async def address(
    case: UUID, request: Request, desk: TheDesk, identity: Applicant, language: TheLanguage
) -> Response:
    """Posts a returned parcel again, or changes pick-up to post, or post to pick-up."""
    body = await request.body()
    sent = read_block(AddressForm, body, desk.today, language).delivery

    async def command(opened: Opened[Case]) -> CaseCommand:
        if isinstance(sent, PickupDelivery):
            return ChangeToPickup(office=sent.pickup_office_id)
        kept = {"delivery": await _kept(desk, opened, sent)}
        kind = ChangeToPost if opened.state.stage is Stage.READY_FOR_PICKUP else RequestRepost
        return kind(sealed=kept, destination_region=sent.region_code)

    return await _acted(request, desk, identity, case, "ChangeAddress", command, body)


@router.post(
    "/{case}/reconsideration",
    operation_id="fileReconsideration",
    summary="Ask for administrative reconsideration",
    openapi_extra=_acts(schema_of(FileReconsideration), required=False),
)
async def reconsideration(
    case: UUID, request: Request, desk: TheDesk, identity: Applicant
) -> Response:
    return await _asked(request, desk, identity, case, FileReconsideration)


@router.post(
    "/{case}/green-channel",
    operation_id="askForGreenChannel",
    summary="Ask for the green channel",
    openapi_extra=_acts(block_of(GreenChannelForm)),
)
async def green_channel(
    case: UUID, request: Request, desk: TheDesk, identity: Applicant, language: TheLanguage
) -> Response:
    """Takes the ground, and ``documents`` by reference that prove it."""
    body = await request.body()
    sent = await read_naming_papers(GreenChannelForm, body, desk, identity, language)

    async def command(opened: Opened[Case]) -> CaseCommand:
        papers = await uploaded(desk, identity, sent.documents)
        return RequestGreenChannel(kind=sent.kind, papers=papers)

    try:
        return await _acted(request, desk, identity, case, "RequestGreenChannel", command, body)
    except FormRefused as refused:
        raise problem_of(refused, language) from None


async def _kept(desk: Desk, opened: Opened[Case], delivery: PostDelivery) -> str:
    clear = delivery.model_dump_json(exclude_none=True)
    return await sealed(desk, CASES.key_of, opened, "delivery", clear)


async def _asked(
    request: Request, desk: Desk, identity: Identity, case: UUID, kind: type[CaseCommand]
) -> Response:
    """Carries out an action whose body is the command itself."""
    body = await request.body()
    command = read_command(kind, request, body)
    return await _acted(request, desk, identity, case, kind.__name__, command, body)


async def _acted(
    request: Request,
    desk: Desk,
    identity: Identity,
    case: UUID,
    name: str,
    command: Asked,
    body: bytes,
) -> Response:
    """Carries out an applicant's action. ``If-Match`` is welcome and not required."""
    by = request_by(
        identity,
        stream=case,
        name=name,
        body=body,
        key=idempotency_key(request),
        expected=versions_named(request.headers),
    )
    outcome = await carried_out(desk, by.command_id, desk.door.handle(CASE, case, command, by))
    return receipt(desk.actions, outcome, identity.actor.role)
