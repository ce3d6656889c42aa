"""What officials ask of subscriptions, and what is sent when one is resumed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, LiteralString
from uuid import UUID

from msgspec.structs import replace

from domain.event_store.transaction import Connection
from domain.webhook_messages.kinds import WebhookMessageStage
from domain.webhooks.kinds import WebhookStage
from projections.engine.columns import Columns
from projections.webhooks.messages import WebhookMessageRow
from projections.webhooks.row import WebhookRow

_WEBHOOKS: Final = Columns(WebhookRow)
_MESSAGES: Final = Columns(WebhookMessageRow)
_ALL: Final[LiteralString] = """
SELECT * FROM projections.webhooks ORDER BY stage = 'ended', partner, stream"""
_LATEST: Final[LiteralString] = """
SELECT * FROM projections.webhook_messages WHERE webhook = %s
ORDER BY written_at DESC, stream LIMIT %s"""
_COUNTED: Final[LiteralString] = """
SELECT webhook, stage, count(*) FROM projections.webhook_messages
WHERE written_at >= %s OR stage IN ('held', 'waiting') GROUP BY webhook, stage"""
_HELD: Final[LiteralString] = """
SELECT stream FROM projections.webhook_messages
WHERE webhook = %s AND stage = 'held' ORDER BY written_at, stream LIMIT %s"""


async def every_webhook(connection: Connection) -> list[WebhookRow]:
    """Those that have ended come last."""
    cursor = await connection.execute(_ALL)
    rows = [_WEBHOOKS.row(values) for values in await cursor.fetchall()]
    return [replace(row, stage=WebhookStage(row.stage)) for row in rows]


async def latest_messages(
    connection: Connection, webhook: UUID, limit: int
) -> list[WebhookMessageRow]:
    """The latest messages of a subscription, the latest first."""
    cursor = await connection.execute(_LATEST, (webhook, limit))
    return [_message(values) for values in await cursor.fetchall()]


async def counted_messages(
    connection: Connection, since: datetime
) -> Mapping[tuple[UUID, WebhookMessageStage], int]:
    """How many were written since then or wait, by subscription and stage."""
    cursor = await connection.execute(_COUNTED, (since,))
    return {
        (webhook, WebhookMessageStage(stage)): number
        for webhook, stage, number in await cursor.fetchall()
    }


async def held_messages(connection: Connection, webhook: UUID, limit: int) -> list[UUID]:
    """Those that are kept until somebody resumes the subscription, the oldest first."""
    cursor = await connection.execute(_HELD, (webhook, limit))
    return [stream for (stream,) in await cursor.fetchall()]


def _message(values: Sequence[Any]) -> WebhookMessageRow:
    row = _MESSAGES.row(values)
    return replace(row, stage=WebhookMessageStage(row.stage))
