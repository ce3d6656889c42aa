"""How an applicant chooses a plate number in the session that his application has opened."""

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.applicant_acts import acted, described
from api.dependencies import Applicant, TheDesk, TheLanguage
from api.number_choice import ChosenNumber, OfferedNumbers, chosen, drawn, on_offer
from api.openapi.answer import Answer, TypedRoute
from api.openapi.schemas import block_of
from domain.case.case import CASE
from domain.services.blocks.block import Block

router = APIRouter(prefix="/applications", tags=["applications"], route_class=TypedRoute)


class NumberDraw(Block):
    """Nothing is told: which numbers are drawn, nobody chooses."""


@router.post(
    "/{case}/offer-numbers",
    operation_id="offerNumbers",
    summary="Draw the next ten numbers",
    openapi_extra=described(block_of(NumberDraw), required=False),
)
async def offer_numbers(
    case: UUID, request: Request, desk: TheDesk, identity: Applicant
) -> Response:
    """Draws a batch of the session. Its numbers are on offer for ninety seconds, to him alone."""
    body = await request.body()
    return await acted(request, desk, identity, case, "OfferNumbers", drawn(desk), body)


@router.post(
    "/{case}/choose-number",
    operation_id="chooseNumber",
    summary="Choose a plate number",
    openapi_extra=described(block_of(ChosenNumber)),
)
async def choose_number(
    case: UUID, request: Request, desk: TheDesk, identity: Applicant, language: TheLanguage
) -> Response:
    """Reserves one of the numbers on offer, or one that he has composed.

    A composed number that cannot be had costs a try. The case then stays at `choosing_number`, and
    `offered-numbers` says why.
    """
    body = await request.body()
    command = chosen(desk, body, language)
    return await acted(request, desk, identity, case, "ChooseNumber", command, body)


@router.get(
    "/{case}/offered-numbers",
    operation_id="getOfferedNumbers",
    summary="The numbers on offer",
)
async def offered_numbers(case: UUID, desk: TheDesk, identity: Applicant) -> Answer[OfferedNumbers]:
    """Shows the last batch that was drawn, and what is left of the session."""
    opened, history = await desk.door.open(CASE, case, identity.actor)
    return Answer(await on_offer(desk, case, opened.state, history))
