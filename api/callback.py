"""Callbacks by Standard Webhooks: signed, and kept before they are answered."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final, TypedDict

from fastapi import Request

from api.dependencies import unavailable
from api.desk import Desk
from api.problems import Problem
from api.security.events import CALLBACK_ALTERED, CALLBACK_REFUSED
from api.security.log import noted
from domain.event_store.pending import StoreUnavailable
from domain.failpoints import failpoint
from domain.inbox.inbox import Novelty
from domain.inbox.webhook_signature import ID, SIGNATURE, TIMESTAMP, NotSigned, Signed, verify

_CHALLENGE: Final = {"www-authenticate": 'StandardWebhooks realm="cheguan"'}
SIGNED_FIELDS: Final[list[dict[str, Any]]] = [
    {
        "name": name,
        "in": "header",
        "required": True,
        "description": description,
        "schema": {"type": "string", "maxLength": 1_000},
        "example": example,
    }
    for name, example, description in (
        (
            ID,
            "msg_2b9d7c51",
            "The id of the message. Under one id it counts once, however often it comes.",
        ),
        (TIMESTAMP, "1582506000", "Seconds since 1970, at most five minutes from now."),
        (
            SIGNATURE,
            "v1,MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "v1 and the base64 of HMAC-SHA-256 over id, timestamp and body.",
        ),
    )
]


class MessageKept(TypedDict):
    """It is kept, or was kept before, and need not come again."""

    message: str


async def kept(request: Request, desk: Desk, sender: str, secrets: Sequence[bytes]) -> MessageKept:
    """Takes a message in. It returns when that is durable.

    ``sender`` names the inbox, and one of ``secrets`` has signed. Raises 401 for what is not
    signed or is too old, 409 for another body under an id, and 503 when it cannot be kept.
    """
    body, headers = await request.body(), request.headers
    signed = Signed(headers.get(ID), headers.get(TIMESTAMP), headers.get(SIGNATURE))
    try:
        id = verify(secrets, signed, body, datetime.now(UTC))
    except NotSigned:
        noted(CALLBACK_REFUSED)
        raise Problem("callback-not-signed", 401, headers=_CHALLENGE) from None
    failpoint("C1")
    try:
        taken = await desk.patience.wait(desk.inbox.take(sender, id, body))
    except (StoreUnavailable, TimeoutError):
        raise unavailable() from None
    failpoint("C2")
    if taken is Novelty.ALTERED:
        noted(CALLBACK_ALTERED)
        raise Problem("callback-altered", 409)
    return MessageKept(message=id)
