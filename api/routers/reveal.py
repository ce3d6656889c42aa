"""Shows an officer personal data unmasked, after it has been recorded that he saw them.

The record is stored first. If it cannot be, nothing is shown (PIPL 51).
"""

from typing import Annotated, Any, Final, TypedDict
from uuid import UUID

import msgspec
from fastapi import APIRouter, Request

from api.command_request import read_command
from api.dependencies import Officer, TheDesk
from api.masking import part
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import asked, joined, titled
from api.openapi.schemas import schema_of
from api.reveals import opened_to_reveal, record_reveal
from domain.accesses.kind import RevealPurpose
from domain.services.sealed_fields import SEALED_FIELDS
from domain.titles import Title

router = APIRouter(prefix="/cases", tags=["cases"], route_class=TypedRoute)

_WORDS: Final = Title("查看个人信息原文", "Personal data of a case, unmasked")
_Part = Annotated[str, msgspec.Meta(max_length=32)]


class RevealRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which parts of the application, and what for. The applicant is told both."""

    parts: Annotated[tuple[_Part, ...], msgspec.Meta(min_length=1, max_length=10)]
    purpose: RevealPurpose


class Revealed(TypedDict):
    """The parts that can be opened, field by field."""

    id: UUID
    parts: dict[str, dict[str, Any]]


@router.post(
    "/{case}/reveal",
    operation_id="revealPersonalData",
    summary=_WORDS.en,
    openapi_extra=joined(asked(schema_of(RevealRequest)), titled(_WORDS)),
)
async def reveal(
    case: UUID, request: Request, desk: TheDesk, identity: Officer
) -> Answer[Revealed]:
    """Each call is recorded, with the caller's role, office and purpose, before it is answered.

    The applicant finds it in the list of who has looked at his application. Nobody is shown in
    this way what is his own, what he is the agent in, or what he has accepted.
    """
    wanted = read_command(RevealRequest, request, await request.body())
    opened, _ = await opened_to_reveal(desk, identity, case)
    state = opened.state
    held = sorted(state.sealed)
    await record_reveal(desk, identity, opened, held, wanted.parts, wanted.purpose)
    shown = {}
    for name in (name for name in held if name in wanted.parts):
        content = await part(desk.keyring, case, state.key_id, state.sealed, name)
        if content is not None:
            fields = SEALED_FIELDS.get(name, {})
            shown[name] = {field: value for field, value in content.items() if field in fields}
    return Answer({"id": case, "parts": shown})
