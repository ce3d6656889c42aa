"""The route by which an application is submitted."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api import express
from api.command_outcome import carried_out
from api.command_request import request_by, required_key
from api.dependencies import Applicant, wired
from api.desk import Desk
from api.dry_run import DryRun, dry_run
from api.form_defects import problem_of
from api.identity import Identity
from api.language import Language, preferred
from api.metrics import SUBMITTED
from api.openapi.operation import answered, joined, sent
from api.openapi.parameters import IDEMPOTENCY_KEY
from api.openapi.schemas import receipt_of, schema_of
from api.receipt import receipt
from domain.case.case import CASE
from domain.door.outcome import Outcome
from domain.services.catalogue import CATALOGUE
from domain.services.defects import FormRefused

_SUBMITTED: Final = {service: SUBMITTED.labels(service) for service in CATALOGUE}

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


async def submitted(
    desk: Desk, identity: Identity, key: str, body: bytes, language: Language
) -> Outcome:
    """Carries out one application, or returns the problem that it came to."""
    asked = request_by(identity, stream=None, name="submit", body=body, key=key)

    async def store() -> Outcome:
        try:
            received = await desk.reception.receive(body, desk.today, asked)
        except FormRefused as refused:
            replayed = await desk.door.replayed(asked)
            if replayed is None:
                raise problem_of(refused, language) from None
            return replayed
        return await desk.door.begin(CASE, *received)

    outcome = await carried_out(desk, asked.command_id, store())
    if not outcome.replayed:
        _SUBMITTED[outcome.about["service"]].inc()
    return outcome
