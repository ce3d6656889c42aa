"""The route behind the question whether somebody was charged."""

from datetime import datetime
from typing import Final, TypedDict

from fastapi import APIRouter

from api.dependencies import Applicant, TheDesk, TheLanguage, unavailable
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import titled
from api.views.charge import ChargeVerdict, charge, sentence
from domain.event_store.pending import OutcomeUnknown, StoreUnavailable
from domain.orders.state import order_named
from domain.titles import Title

router = APIRouter(prefix="/orders", tags=["orders"], route_class=TypedRoute)

_WORDS: Final = Title("查询是否已扣款", "Was I charged?")


class ChargeAnswer(TypedDict):
    """``sentence`` says it in the language of the caller, and ``know_by`` when it will be known."""

    verdict: ChargeVerdict
    sentence: str
    received_fen: int
    refunded_fen: int
    know_by: datetime | None


@router.get(
    "/{order}/charge",
    operation_id="wasCharged",
    summary=_WORDS.en,
    openapi_extra=titled(_WORDS),
)
async def was_charged(
    order: str, desk: TheDesk, identity: Applicant, language: TheLanguage
) -> Answer[ChargeAnswer]:
    """Asks the bank what it has taken for an order, and takes down what we had not heard of.

    ``order`` is the id of the case. Asking charges nobody, and twice is as good as once.
    """
    asking = charge(desk, order_named(order), identity.actor)
    try:
        found = await desk.patience.wait(asking)
    except (StoreUnavailable, OutcomeUnknown, TimeoutError):
        raise unavailable() from None
    return Answer(
        ChargeAnswer(
            verdict=found.verdict,
            sentence=sentence(found, language),
            received_fen=found.order.received_fen,
            refunded_fen=found.order.refunded_fen,
            know_by=found.know_by,
        )
    )
