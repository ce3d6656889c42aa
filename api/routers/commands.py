"""What became of a command whose answer was lost."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request

from api.commanding import carried_out, command_id, idempotency_key, view
from api.dependencies import Anyone, TheParts
from domain import outcome

router = APIRouter(prefix="/commands", tags=["commands"])


@router.get("/{command}", operation_id="commandOutcome", summary="Whether a command was applied")
async def settled(
    command: UUID, request: Request, parts: TheParts, identity: Anyone
) -> dict[str, Any]:
    """Final: ``applied`` with its answer, or ``not_applied``.

    Whoever sent the ``Idempotency-Key`` along, which makes the id his own, is told the answer.
    """
    logged = await carried_out(parts, command, parts.log.carried_out(command))
    if logged is None:
        return {"command_id": str(command), "state": "not_applied"}
    told: dict[str, Any] = {"command_id": str(command), "state": "applied"}
    key = idempotency_key(request)
    if key and command_id(identity.actor, key) == command:
        result = outcome.decode(logged.outcome, logged.position)
        told["answer"] = view(result, identity.actor.role)
    return told
