"""Tells where an application is, by its reference and the end of the ID number."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Request

from api.client_address import client_address
from api.command_request import read_command
from api.dependencies import Arrived, TheDesk, TheLanguage
from api.form_defects import wrong_item
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import asked, headed, joined
from api.openapi.schemas import schema_of
from api.permissions import public
from api.tracking_attempt import found
from api.views.tracking import LAST_FOUR, TrackingView, shown
from domain.identifiers import last_four
from domain.identifiers.invalid import InvalidIdentifier

router = APIRouter(
    prefix="/tracking", tags=["tracking"], dependencies=[Depends(public())], route_class=TypedRoute
)


class TrackingRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The two things that a citizen has on paper. A unit gives the end of its credit code.

    ``last_four`` is four digits or letters. Spaces, small and full-width ones are read too.
    """

    reference: Annotated[str, msgspec.Meta(max_length=64)]
    last_four: Annotated[str, msgspec.Meta(min_length=4, max_length=16)]


@router.post(
    "",
    operation_id="track",
    summary="The timeline of one application",
    openapi_extra=joined(
        asked(schema_of(TrackingRequest)), headed("RateLimit", "RateLimit-Policy")
    ),
)
async def track(
    request: Request, desk: TheDesk, arrived: Arrived, language: TheLanguage
) -> Answer[TrackingView]:
    """Tracks an application. An unknown reference and a wrong ID number give the same 404.

    After five wrong attempts an hour with one reference, or thirty in ten minutes from one
    address, the answer is 429 whatever is sent. What is right costs nothing.
    """
    wanted = read_command(TrackingRequest, request, await request.body())
    try:
        end = last_four.parse(wanted.last_four)
    except InvalidIdentifier as wrong:
        raise wrong_item("/last_four", f"last_four_{wrong.rule}", LAST_FOUR, language) from None
    told = await found(desk, client_address(request.scope), wanted.reference, end)
    view = await shown(desk, told.row, language, unreadable=told.unreadable)
    return Answer(view, headers=told.fields)
