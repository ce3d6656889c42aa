"""A question to the office: asked, read turn by turn, and who asks it."""

from datetime import datetime
from typing import Annotated, Final, TypedDict
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.command_request import idempotency_key, read_command, required_key
from api.dependencies import OFFICERS, Clerk, TheDesk, TheLanguage
from api.enquiries import AskEnquiry, caller_shown, is_asker, taken_down
from api.identity import Identity
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import answered, asked, joined, sent, titled
from api.openapi.parameters import IDEMPOTENCY_KEY
from api.openapi.schemas import schema_of
from api.openapi.stream_schemas import receipt_of
from api.permissions import require
from api.receipt import receipt
from api.resource import API, READERS
from api.views.conversation import conversation
from domain.enquiries.commands import ShowCaller
from domain.enquiries.enquiry import ENQUIRY
from domain.people import Role
from domain.titles import Title

router = APIRouter(prefix="/enquiries", tags=["enquiries"], route_class=TypedRoute)

_ASK: Final = Title("提出或者登记咨询", "Ask a question, or take one down")
_READ: Final = Title("查看咨询往来", "A question and its answers, turn by turn")
_SHOW: Final = Title("查看咨询人联系方式", "Who asks, and where to reach him")
Asker = Annotated[Identity, Depends(require(Role.APPLICANT, *OFFICERS))]
Listener = Annotated[Identity, Depends(require(Role.APPLICANT, *READERS))]


class SaidTurn(TypedDict):
    """``text`` is null where it cannot be opened any more. Long numbers are masked for officers,
    who alone are told the ``officer``, by his pseudonym.
    """

    by_office: bool
    at: datetime
    text: str | None
    came_to: str | None
    officer: str | None


class Conversation(TypedDict):
    id: UUID
    version: int
    turns: list[SaidTurn]


class Caller(TypedDict):
    """Empty is what the caller did not say. Null is what was erased."""

    id: UUID
    name: str | None
    mobile: str | None


@router.post(
    "",
    operation_id="askEnquiry",
    status_code=201,
    summary=_ASK.en,
    openapi_extra=joined(
        asked(schema_of(AskEnquiry)),
        answered(receipt_of(ENQUIRY), 201, ("ETag", "Location", "Idempotency-Replayed")),
        sent({**IDEMPOTENCY_KEY, "required": True}),
        titled(_ASK),
    ),
)
async def ask(request: Request, desk: TheDesk, identity: Asker) -> Response:
    """A citizen asks by page; an officer takes down what comes by telephone or at the counter,
    and is its handler. Everything that was said is sealed.
    """
    body, key = await request.body(), required_key(idempotency_key(request))
    given = read_command(AskEnquiry, request, body)
    outcome = await taken_down(desk, identity, given, body=body, key=key)
    return receipt(desk.actions, outcome, identity.actor.role, f"{API}/enquiries")


@router.get(
    "/{enquiry}/conversation",
    operation_id="enquiryConversation",
    summary=_READ.en,
    openapi_extra=titled(_READ),
)
async def read(
    enquiry: UUID, desk: TheDesk, identity: Listener, language: TheLanguage
) -> Answer[Conversation]:
    """The turns from the first to the last."""
    opened, history = await desk.door.open(ENQUIRY, enquiry, identity.actor)
    turns = await conversation(desk, opened, history, language, own=is_asker(identity))
    told: list[SaidTurn] = [
        {
            "by_office": each.by_office,
            "at": each.at,
            "text": each.text,
            "came_to": each.came_to,
            "officer": each.officer,
        }
        for each in turns
    ]
    return Answer({"id": enquiry, "version": opened.version, "turns": told})


@router.post(
    "/{enquiry}/caller",
    operation_id="showCaller",
    summary=_SHOW.en,
    openapi_extra=joined(asked(schema_of(ShowCaller)), titled(_SHOW)),
)
async def caller(enquiry: UUID, request: Request, desk: TheDesk, identity: Clerk) -> Answer[Caller]:
    """Each call is recorded in the enquiry, with officer and purpose, before it is answered."""
    wanted = read_command(ShowCaller, request, await request.body())
    found = await caller_shown(desk, identity, enquiry, wanted.purpose)
    return Answer(
        {
            "id": enquiry,
            "name": found.name if found else None,
            "mobile": found.mobile if found else None,
        }
    )
