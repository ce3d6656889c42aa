"""Shows an officer personal data unmasked, after it has been recorded that he saw them.

The record is stored first. If it cannot be, nothing is shown (PIPL 51).
"""

import hashlib
from typing import Annotated, Any, Final, TypedDict
from uuid import UUID, uuid4

import msgspec
from fastapi import APIRouter, Request

from api.accesses.recorder import RECORDER
from api.command_outcome import carried_out
from api.command_request import read_command
from api.dependencies import Officer, TheDesk
from api.masking import part
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import asked, joined, titled
from api.openapi.schemas import schema_of
from api.rates.buckets import REVEALS
from api.rates.guesses import Drawn
from api.security.events import PERSONAL_DATA_REVEALED
from api.security.log import noted
from domain.accesses.access_record import ACCESS_RECORD
from domain.accesses.commands import RecordReveal
from domain.accesses.kind import RevealPurpose
from domain.accesses.state import access_record_of
from domain.case.case import CASE
from domain.case.parties import interests
from domain.conflict import OfficialAct, keep_out
from domain.door import request as door_request
from domain.door.refusals import NotFound
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
    by = identity.actor
    attempt = await desk.guesses.attempt(Drawn(REVEALS, identity.principal))
    try:
        opened, _ = await desk.door.open(CASE, case, by)
    except NotFound:
        await attempt.wrong()
        raise
    await attempt.void()
    state = opened.state
    at = desk.door.circumstances(opened, by, identity.id_indexes)
    keep_out(OfficialAct.REVEAL, interests(state), at)
    parts = tuple(name for name in sorted(state.sealed) if name in wanted.parts)
    command = RecordReveal(
        case=case,
        office=state.office,
        role=by.role,
        officer=by.person,
        officer_office=by.office,
        held=tuple(sorted(state.sealed)),
        parts=wanted.parts,
        purpose=wanted.purpose,
    )
    to_record = door_request.Request(
        by=RECORDER,
        channel=door_request.CHANNEL,
        command_id=uuid4(),
        sha256=hashlib.sha256(msgspec.json.encode(command)).digest(),
    )
    recording = desk.door.handle(ACCESS_RECORD, access_record_of(case), command, to_record)
    await carried_out(desk, to_record.command_id, recording)
    noted(PERSONAL_DATA_REVEALED, stream=case, parts=parts, purpose=wanted.purpose)
    shown = {}
    for name in parts:
        content = await part(desk.keyring, case, state.key_id, state.sealed, name)
        if content is not None:
            fields = SEALED_FIELDS.get(name, {})
            shown[name] = {field: value for field, value in content.items() if field in fields}
    return Answer({"id": case, "parts": shown})
