"""What an applicant sees and does of his own; for who applied at a window, an officer (ADR 62)."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from api import applicant_commands as commands
from api.applicant_acts import acted, asked_for, described
from api.applicant_forms import (
    AddressForm,
    CorrectionForm,
    GreenChannelForm,
)
from api.command_request import read_command
from api.dependencies import Applicant, Sender, TheDesk, TheLanguage
from api.desk import Desk
from api.entity_tags import tag_of
from api.identity import Identity
from api.language import Language
from api.masking import masked_form
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import headed
from api.openapi.schemas import block_of, schema_of
from api.problems import Problem
from api.resources import CASES
from api.sealed_text import with_sealed_text
from api.views.tracking import TrackingView, shown, shown_to_applicant
from domain.case.appointment.commands import PostponeBooking
from domain.case.case import CASE
from domain.case.examination.commands import CancelExamBooking
from domain.case.overlays.commands import (
    AgreeToTransfer,
    DeclineTransfer,
    WithdrawCase,
)
from domain.case.penalty.commands import AcceptFacts, MakeStatement
from domain.case.remedies.commands import FileReconsideration
from domain.people import Role
from domain.recorded_event import RecordedEvent
from projections.tracking.row import fold

router = APIRouter(prefix="/applications", tags=["applications"], route_class=TypedRoute)


class ApplicationView(TrackingView):
    """One application as its applicant sees it."""

    id: UUID
    version: int
    payable_fen: int
    actions: list[str]


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
    openapi_extra=described(block_of(CorrectionForm)),
)
async def correction(
    case: UUID, request: Request, desk: TheDesk, identity: Sender, language: TheLanguage
) -> Response:
    """Takes ``documents`` by reference, and a new ``delivery`` if it was asked for."""
    body = await request.body()
    command = await commands.correction(desk, identity, body, language)
    return await acted(request, desk, identity, case, "SupplyCorrection", command, body)


@router.post(
    "/{case}/withdrawal",
    operation_id="withdraw",
    summary="Withdraw",
    openapi_extra=described(schema_of(WithdrawCase), required=False),
)
async def withdrawal(case: UUID, request: Request, desk: TheDesk, identity: Sender) -> Response:
    """Before acceptance the application is withdrawn. Afterwards the office is asked."""
    return await asked_for(request, desk, identity, case, WithdrawCase)


@router.post(
    "/{case}/postponement",
    operation_id="postponeBooking",
    summary="Come later",
    openapi_extra=described(schema_of(PostponeBooking)),
)
async def postponement(case: UUID, request: Request, desk: TheDesk, identity: Sender) -> Response:
    """Gives another seat of the same place, or leaves the old one as it is."""
    return await asked_for(request, desk, identity, case, PostponeBooking)


@router.post(
    "/{case}/exam-cancellation",
    operation_id="cancelExamBooking",
    summary="Not to sit the examination",
    openapi_extra=described(schema_of(CancelExamBooking)),
)
async def exam_cancellation(
    case: UUID, request: Request, desk: TheDesk, identity: Sender
) -> Response:
    """Gives the reason. For the epidemic it is no attempt, and the next booking keeps its rank.

    Whoever wants a later day cancels and books again: an examination is not put off.
    """
    return await asked_for(request, desk, identity, case, CancelExamBooking)


@router.post(
    "/{case}/transfer-consent",
    operation_id="agreeToTransfer",
    summary="Let another city go on with it",
    openapi_extra=described(schema_of(AgreeToTransfer)),
)
async def transfer_consent(
    case: UUID, request: Request, desk: TheDesk, identity: Sender
) -> Response:
    """Consents to the office that was offered. The case moves, and its term runs on."""
    return await asked_for(request, desk, identity, case, AgreeToTransfer)


@router.post(
    "/{case}/transfer-refusal",
    operation_id="declineTransfer",
    summary="Leave it where it is",
    openapi_extra=described(schema_of(DeclineTransfer), required=False),
)
async def transfer_refusal(
    case: UUID, request: Request, desk: TheDesk, identity: Sender
) -> Response:
    return await asked_for(request, desk, identity, case, DeclineTransfer)


@router.post(
    "/{case}/address",
    operation_id="changeAddress",
    summary="Change the delivery address",
    openapi_extra=described(block_of(AddressForm)),
)
async def address(
    case: UUID, request: Request, desk: TheDesk, identity: Sender, language: TheLanguage
) -> Response:
    """Posts a returned parcel again, or changes pick-up to post, or post to pick-up."""
    body = await request.body()
    command = commands.another_way(desk, body, language)
    return await acted(request, desk, identity, case, "ChangeAddress", command, body)


@router.post(
    "/{case}/reconsideration",
    operation_id="fileReconsideration",
    summary="Ask for administrative reconsideration",
    openapi_extra=described(schema_of(FileReconsideration), required=False),
)
async def reconsideration(
    case: UUID, request: Request, desk: TheDesk, identity: Sender
) -> Response:
    return await asked_for(request, desk, identity, case, FileReconsideration)


@router.post(
    "/{case}/facts-acceptance",
    operation_id="acceptFacts",
    summary="Have nothing against the facts of a violation",
    openapi_extra=described(schema_of(AcceptFacts), required=False),
)
async def facts_acceptance(
    case: UUID, request: Request, desk: TheDesk, identity: Sender
) -> Response:
    return await asked_for(request, desk, identity, case, AcceptFacts)


@router.post(
    "/{case}/statement",
    operation_id="makeStatement",
    summary="Say what speaks against the facts of a violation",
    openapi_extra=described(schema_of(MakeStatement)),
)
async def statement(case: UUID, request: Request, desk: TheDesk, identity: Sender) -> Response:
    """Takes the text in ``note``. It is sealed, and the police of the place answer it."""
    body = await request.body()
    given = read_command(MakeStatement, request, body)
    command = with_sealed_text(desk, CASES.key_of, given)
    return await acted(request, desk, identity, case, "MakeStatement", command, body)


@router.post(
    "/{case}/green-channel",
    operation_id="askForGreenChannel",
    summary="Ask for the green channel",
    openapi_extra=described(block_of(GreenChannelForm)),
)
async def green_channel(
    case: UUID, request: Request, desk: TheDesk, identity: Applicant, language: TheLanguage
) -> Response:
    """Takes the ground, and ``documents`` by reference that prove it."""
    body = await request.body()
    command = await commands.green_channel(desk, identity, body, language)
    return await acted(request, desk, identity, case, "RequestGreenChannel", command, body)
