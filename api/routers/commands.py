"""What became of a command whose answer was lost."""

from contextlib import suppress
from typing import Annotated, Any, Literal, NotRequired, TypedDict
from uuid import UUID

import msgspec
from fastapi import APIRouter, Request

from api.command_outcome import carried_out
from api.command_request import command_id, idempotency_key
from api.dependencies import Anyone, TheDesk
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import headed, joined, sent
from api.openapi.parameters import IDEMPOTENCY_KEY
from api.rates.buckets import COMMANDS
from api.rates.guesses import Drawn
from api.receipt import view
from domain.door import outcome
from domain.door.refusals import AnswerUnreadable
from domain.event_store.pending import CommitUnderWay

router = APIRouter(prefix="/commands", tags=["commands"], route_class=TypedRoute)


class CommandState(TypedDict):
    """What became of a command. ``answer`` is the receipt that its caller was given."""

    command_id: UUID
    state: Literal["applied", "not_applied", "pending"]
    answer: NotRequired[
        Annotated[
            dict[str, Any],
            msgspec.Meta(extra_json_schema={"$ref": "#/components/schemas/AnyReceipt"}),
        ]
    ]


@router.get(
    "/{command}",
    operation_id="commandOutcome",
    summary="Whether a command was applied",
    openapi_extra=joined(headed("Retry-After"), sent(IDEMPOTENCY_KEY)),
)
async def settled(
    command: UUID, request: Request, desk: TheDesk, identity: Anyone
) -> Answer[CommandState]:
    """Tells whether the command was ``applied`` or ``not_applied``.

    Both are final, unless the command is sent again. It is ``pending`` while a commit that
    may hold it is under way: ask again after ``Retry-After``. Whoever sends the
    ``Idempotency-Key`` along, and so shows that the command is his own, is told its answer.
    Whoever asks without it about commands that nobody gave is soon told to come later.
    """
    key = idempotency_key(request)
    his_own = key is not None and command_id(identity.principal, key) == command
    drawn = () if his_own else (Drawn(COMMANDS, identity.principal),)
    attempt = await desk.guesses.attempt(*drawn)
    try:
        logged = await carried_out(desk, command, desk.log.carried_out(command))
    except CommitUnderWay:
        await attempt.void()
        pending: CommandState = {"command_id": command, "state": "pending"}
        return Answer(pending, headers={"retry-after": "1"})
    await (attempt.void() if his_own or logged else attempt.wrong())
    told: CommandState = {"command_id": command, "state": "applied" if logged else "not_applied"}
    if logged and his_own:
        with suppress(AnswerUnreadable):
            result = outcome.decode(logged.outcome, logged.position)
            told["answer"] = view(desk.actions, result, identity.actor.role)
    return Answer(told)
