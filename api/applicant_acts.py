"""What an applicant asks of his case, or an officer for whoever applied at a window (ADR 62)."""

from uuid import UUID

from fastapi import Request
from starlette.responses import Response

from api.command_outcome import carried_out
from api.command_request import idempotency_key, read_command, request_by
from api.desk import Desk
from api.form_defects import problem_of
from api.identity import Identity
from api.language import Language, preferred
from api.openapi.operation import answered, asked, joined, sent
from api.openapi.parameters import IDEMPOTENCY_KEY, IF_MATCH
from api.openapi.schemas import Described, Schema
from api.openapi.stream_schemas import receipt_of
from api.preconditions import versions_named
from api.receipt import receipt
from domain.case.case import CASE
from domain.case.vocabulary import CaseCommand
from domain.door.door import Asked
from domain.door.outcome import Outcome
from domain.door.request import Request as Asking
from domain.services.defects import FormRefused


def described(body: Described, *, required: bool = True) -> Schema:
    """How an applicant's action is described."""
    return joined(
        asked(body, required=required),
        answered(receipt_of(CASE), headers=("ETag", "Idempotency-Replayed")),
        sent(IF_MATCH, IDEMPOTENCY_KEY),
    )


async def asked_for(
    request: Request, desk: Desk, identity: Identity, case: UUID, kind: type[CaseCommand]
) -> Response:
    """Carries out an action whose body is the command itself."""
    body = await request.body()
    command = read_command(kind, request, body)
    return await acted(request, desk, identity, case, kind.__name__, command, body)


async def acted(
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
    language = preferred(request.headers.get("accept-language"))
    outcome = await handled(desk, case, command, by, language)
    return receipt(desk.actions, outcome, identity.actor.role)


async def handled(
    desk: Desk, case: UUID, command: Asked, by: Asking, language: Language
) -> Outcome:
    """The outcome. Raises 422 with every defect of the documents that a command names.

    The door has first looked whether the command was carried out before, perhaps with documents
    that are gone by now.
    """
    try:
        return await carried_out(desk, by.command_id, desk.door.handle(CASE, case, command, by))
    except FormRefused as refused:
        raise problem_of(refused, language) from None
