"""Gives a command to a subscription or one of its messages, as a form has been filled in."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple
from uuid import UUID

import msgspec
from starlette.requests import Request

from api.command_outcome import carried_out
from api.command_request import decoded, request_by, required_key
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.kit.forms import version_seen
from api.preconditions import exactly
from api.problems import Problem
from domain.aggregate import Aggregate
from domain.case.stage import Stage
from domain.inbox.webhook_signature import written
from domain.message import Command
from domain.refusal import Refusal
from domain.vault import DataKey, drawn, seal
from domain.webhook_messages.commands import RepeatWebhookMessage
from domain.webhook_messages.webhook_message import WEBHOOK_MESSAGE
from domain.webhooks.commands import (
    AskForWebhookTest,
    ChangeWebhook,
    EndWebhook,
    PauseWebhook,
    RegisterWebhook,
    ReplaceWebhookSecret,
    ResumeWebhook,
)
from domain.webhooks.state import Webhook, secret_part, webhook_of
from domain.webhooks.webhook import WEBHOOK

Sent = Mapping[str, str]
STAGE: Final = "stage-"
"""The boxes of stages are named by it and the code."""
_SECRET_BYTES: Final = 32
_PLAIN: Final[Mapping[str, Command]] = {
    "pause": PauseWebhook(),
    "resume": ResumeWebhook(),
    "test": AskForWebhookTest(),
    "end": EndWebhook(),
}


class KeptWebhook(NamedTuple):
    """``secret`` is shown once, where one was drawn. ``stream`` is the subscription."""

    stream: UUID
    secret: str | None = None


async def registered(
    desk: Desk, identity: Identity, sent: Sent, before: Webhook, language: Language
) -> KeptWebhook:
    """Enters a partner with a secret of his. Sent twice it is entered once.

    Raises a refusal, or 422 for what was filled in wrongly.
    """
    stream, number = webhook_of(sent.get("partner", "")), before.secret + 1
    key = await desk.keyring.new_key()
    secret, sealed = _drawn(key, stream, number)
    given = {
        "partner": sent.get("partner", ""),
        "address": sent.get("address", ""),
        "stages": stages_in(sent),
        "secret": number,
        "key_id": key.id,
        "sealed": sealed,
    }
    command = decoded(RegisterWebhook, msgspec.json.encode(given), language)
    asked = msgspec.json.encode((command.partner, command.address, command.stages))
    by = request_by(
        identity,
        stream=stream,
        name=RegisterWebhook.__name__,
        body=asked,
        key=required_key(sent.get("key")),
    )
    doing = desk.door.handle(WEBHOOK, stream, command, by)
    outcome = await carried_out(desk, by.command_id, doing)
    return KeptWebhook(stream, None if outcome.replayed else secret)


async def acted(
    desk: Desk, identity: Identity, stream: UUID, current: Webhook, sent: Sent, language: Language
) -> KeptWebhook:
    """Does what the form asks for, on the version that was seen. Raises as above."""
    act, secret = sent.get("act", ""), None
    command: Command
    if act == "change":
        given = {"address": sent.get("address", ""), "stages": stages_in(sent)}
        command = decoded(ChangeWebhook, msgspec.json.encode(given), language)
    elif act == "secret":
        assert current.key_id is not None
        key, number = await desk.keyring.key(current.key_id), current.secret + 1
        secret, sealed = _drawn(key, stream, number)
        command = ReplaceWebhookSecret(secret=number, key_id=key.id, sealed=sealed)
    elif act in _PLAIN:
        command = _PLAIN[act]
    else:
        raise Problem("bad-request", 400)
    await _given(desk, identity, WEBHOOK, stream, command, version_seen(sent))
    return KeptWebhook(stream, secret)


async def repeated(desk: Desk, identity: Identity, message: UUID) -> None:
    """Has one message sent again. Of one that was sent meanwhile it is refused."""
    opened, _ = await desk.door.open(WEBHOOK_MESSAGE, message, identity.actor)
    command = RepeatWebhookMessage()
    await _given(desk, identity, WEBHOOK_MESSAGE, message, command, opened.version)


async def _given(
    desk: Desk,
    identity: Identity,
    of: Aggregate[Any],
    stream: UUID,
    command: Command,
    version: int,
) -> None:
    """A secret is drawn anew each time, so it is no part of what is asked for."""
    told = b"" if isinstance(command, ReplaceWebhookSecret) else msgspec.json.encode(command)
    by = request_by(
        identity,
        stream=stream,
        name=type(command).__name__,
        body=told,
        expected=exactly(version),
    )
    await carried_out(desk, by.command_id, desk.door.handle(of, stream, command, by))


def stages_in(sent: Sent) -> list[str]:
    return [each.value for each in Stage if sent.get(f"{STAGE}{each}") == "yes"]


def _drawn(key: DataKey, stream: UUID, number: int) -> tuple[str, dict[str, str]]:
    """A secret as the partner is given it, and sealed as it is stored."""
    (secret,), part = drawn(1, _SECRET_BYTES), secret_part(number)
    return written(secret), {part: seal(key, stream, part, secret)}


def why_not(request: Request, why: Problem | Refusal) -> Problem:
    """What a form can put right or tell. Raises the rest."""
    problem: Problem = why if isinstance(why, Problem) else request.app.state.problems.of(why)
    if problem.status not in {409, 412, 422}:
        raise problem
    return problem
