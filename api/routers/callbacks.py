"""What a bank tells us by itself. It is kept before it is answered, and becomes a command later."""

from typing import Final

from fastapi import APIRouter, Depends, Request

from api.callback import SIGNED_FIELDS, MessageKept, kept
from api.dependencies import TheDesk
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import asked, joined, sent, titled
from api.openapi.schemas import named, schema_of
from api.permissions import public
from api.resource import API
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


@router.post(
    f"/{CALLBACK}",
    operation_id="bankCallback",
    status_code=202,
    summary=_WORDS.en,
    openapi_extra=joined(
        asked(named("BankNotice", *schema_of(Notice))),
        sent(*SIGNED_FIELDS),
        titled(_WORDS),
    ),
)
async def bank(request: Request, desk: TheDesk) -> Answer[MessageKept]:
    """Takes a message that is signed by Standard Webhooks 1.0 (``v1``, HMAC-SHA-256).

    The answer comes when the message is durable. Whoever gets none sends it again.
    """
    return Answer(await kept(request, desk, CALLBACK, desk.callback_secrets), 202)
