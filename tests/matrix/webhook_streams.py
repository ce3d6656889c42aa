"""A subscription for each case of the matrix, and a message that its partner has not taken."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from msgspec.structs import replace

from domain.case.stage import Stage
from domain.event_store.pending import StreamWrite
from domain.webhook_messages.events import WebhookMessageHeld, WebhookMessageWritten
from domain.webhook_messages.kinds import MessageFailure
from domain.webhook_messages.state import message_of
from domain.webhooks.events import WebhookRegistered
from domain.webhooks.state import webhook_of
from tests.matrix.situations import Situation


def webhook_values(case: UUID) -> Mapping[str, str]:
    webhook = webhook_of(str(case))
    return {
        "webhook": str(case),
        "subscription": str(webhook),
        "webhook_message": str(message_of(webhook, case, 1)),
    }


def webhooks_of(case: UUID, situation: Situation) -> Sequence[StreamWrite]:
    """The partner bears the name of the case."""
    webhook, like = webhook_of(str(case)), situation.history[0]
    registered = WebhookRegistered(
        partner=str(case),
        address="https://hooks.insurer.example/cheguan",
        stages=(Stage.ACCEPTED,),
        secret=1,
        officer="hq-1",
        key_id=UUID(int=1),
        sealed={"secret-1": "pii1.AAAA"},
    )
    written = WebhookMessageWritten(
        webhook=webhook, case=case, version=1, reached=Stage.SUBMITTED, partner=str(case)
    )
    held = WebhookMessageHeld(failure=MessageFailure.STATUS, status=500)
    message = tuple(replace(like, event=event) for event in (written, held))
    return (
        StreamWrite(webhook, 0, (replace(like, event=registered),)),
        StreamWrite(message_of(webhook, case, 1), 0, message),
    )
