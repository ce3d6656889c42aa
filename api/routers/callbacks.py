"""What a bank tells us by itself. It is kept before it is answered, and becomes a command later."""

from datetime import UTC, datetime
from typing import Any, Final, TypedDict

from fastapi import APIRouter, Depends, Request

from api.dependencies import TheDesk, unavailable
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import asked, joined, sent, titled
from api.openapi.schemas import named, schema_of
from api.permissions import public
from api.problems import Problem
from api.resource import API
from api.security.events import CALLBACK_ALTERED, CALLBACK_REFUSED
from api.security.log import noted
from domain.event_store.pending import StoreUnavailable
from domain.failpoints import failpoint
from domain.inbox.inbox import Novelty
from domain.inbox.webhook_signature import ID, SIGNATURE, TIMESTAMP, NotSigned, Signed, verify
from domain.payments.notices import Notice
from domain.payments.port import CALLBACK
from domain.titles import Title

PATH: Final = f"{API}/callbacks/{CALLBACK}"

router = APIRouter(
    prefix="/callbacks",
    tags=["callbacks"],
    dependencies=[Depends(public())],
    route_class=TypedRoute,
)

_WORDS: Final = Title("银行通知", "What the bank tells")
_CHALLENGE: Final = {"www-authenticate": 'StandardWebhooks realm="cheguan"'}
_FIELDS: Final[list[dict[str, Any]]] = [
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


@router.post(
    f"/{CALLBACK}",
    operation_id="bankCallback",
    status_code=202,
    summary=_WORDS.en,
    openapi_extra=joined(
        asked(named("BankNotice", *schema_of(Notice))),
        sent(*_FIELDS),
        titled(_WORDS),
    ),
)
async def bank(request: Request, desk: TheDesk) -> Answer[MessageKept]:
    """Takes a message that is signed by Standard Webhooks 1.0 (``v1``, HMAC-SHA-256).

    The answer comes when the message is durable. Whoever gets none sends it again.
    """
    body, headers = await request.body(), request.headers
    signed = Signed(headers.get(ID), headers.get(TIMESTAMP), headers.get(SIGNATURE))
    try:
        id = verify(desk.callback_secrets, signed, body, datetime.now(UTC))
    except NotSigned:
        noted(CALLBACK_REFUSED)
        raise Problem("callback-not-signed", 401, headers=_CHALLENGE) from None
    failpoint("C1")
    try:
        taken = await desk.patience.wait(desk.inbox.take(CALLBACK, id, body))
    except (StoreUnavailable, TimeoutError):
        raise unavailable() from None
    failpoint("C2")
    if taken is Novelty.ALTERED:
        noted(CALLBACK_ALTERED)
        raise Problem("callback-altered", 409)
    return Answer(MessageKept(message=id), 202)
