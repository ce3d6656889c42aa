"""The route by which an application is submitted."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api import express
from api.command_request import required_key
from api.dependencies import Applicant, wired
from api.desk import Desk
from api.dry_run import DryRun, dry_run
from api.identity import Identity
from api.language import preferred
from api.openapi.operation import answered, joined, sent
from api.openapi.parameters import IDEMPOTENCY_KEY
from api.openapi.schemas import schema_of
from api.openapi.stream_schemas import receipt_of
from api.receipt import receipt
from api.submission import submitted
from domain.case.case import CASE

router = APIRouter(prefix="/applications", tags=["applications"])


@router.post(
    "",
    operation_id="submitApplication",
    status_code=201,
    summary="Submit an application",
    openapi_extra=joined(
        answered(receipt_of(CASE), 201, ("ETag", "Location", "Idempotency-Replayed")),
        answered(schema_of(DryRun)),
        sent({**IDEMPOTENCY_KEY, "required": True}),
    ),
)
async def submit(
    request: Request,
    identity: Applicant,
    only_try: Annotated[bool, Query(alias="dry_run")] = False,
) -> Response:
    """Submits an application. It is durable when the answer comes.

    The same key and body give the same answer again. With ``dry_run=1`` everything is checked
    and nothing is stored: the answer is 200, and says what would be owed.
    """
    sent = express.read(request.scope["headers"])
    body = await request.body()
    if only_try:
        return await dry_run(wired(request), identity, body, preferred(sent.accept_language))
    return await submission(wired(request), identity, sent, body)


async def submission(
    desk: Desk, identity: Identity, sent: express.SentHeaders, body: bytes
) -> Response:
    """The answer to one submission."""
    key = required_key(sent.key)
    outcome = await submitted(desk, identity, key, body, preferred(sent.accept_language))
    return receipt(desk.actions, outcome, identity.actor.role, express.PATH)
