"""What became of a command whose answer was lost."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response

from api.command_outcome import carried_out
from api.command_request import command_id, idempotency_key
from api.dependencies import Anyone, TheDesk
from api.receipt import view
from domain.door import outcome
from domain.event_store.pending import CommitUnderWay

router = APIRouter(prefix="/commands", tags=["commands"])


@router.get("/{command}", operation_id="commandOutcome", summary="Whether a command was applied")
async def settled(
    command: UUID, request: Request, response: Response, desk: TheDesk, identity: Anyone
) -> dict[str, Any]:
    """Tells whether the command was ``applied`` or ``not_applied``.

    Both are final, unless the command is sent again. It is ``pending`` while a commit that
    may hold it is under way: ask again after ``Retry-After``. Whoever sends the
    ``Idempotency-Key`` along, and so shows that the command is his own, is told its answer.
    """
    told: dict[str, Any] = {"command_id": str(command)}
    try:
        logged = await carried_out(desk, command, desk.log.carried_out(command))
    except CommitUnderWay:
        response.headers["retry-after"] = "1"
        return {**told, "state": "pending"}
    if logged is None:
        return {**told, "state": "not_applied"}
    told["state"] = "applied"
    key = idempotency_key(request)
    if key and command_id(identity.principal, key) == command:
        result = outcome.decode(logged.outcome, logged.position)
        told["answer"] = view(desk.actions, result, identity.actor.role)
    return told
