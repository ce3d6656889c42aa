"""Tells where an application is, by its reference and the end of the ID number."""

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Request

from api.command_request import read_command
from api.dependencies import Reading, TheDesk, TheLanguage
from api.permissions import public
from api.problems import Problem
from api.views.tracking import find, shown

router = APIRouter(prefix="/tracking", tags=["tracking"], dependencies=[Depends(public())])


class TrackingRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The two things that a citizen has on paper. A unit gives the end of its credit code."""

    reference: Annotated[str, msgspec.Meta(max_length=32)]
    last_four: Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z]{4}$")]


@router.post("", operation_id="track", summary="The timeline of one application")
async def track(
    request: Request, desk: TheDesk, reading: Reading, language: TheLanguage
) -> dict[str, Any]:
    """Tracks an application. An unknown reference and a wrong ID number give the same 404."""
    asked = read_command(TrackingRequest, request, await request.body())
    row = await find(desk, reading, asked.reference, asked.last_four)
    if row is None:
        raise Problem("tracking-not-found", 404)
    return await shown(desk, row, language)
