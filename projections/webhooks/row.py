"""A row a subscription: who is told where, and whether anything is sent now."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.webhooks import events
from domain.webhooks.kinds import WebhookStage
from domain.webhooks.webhook import WEBHOOK
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class WebhookRow(msgspec.Struct, frozen=True, gc=False):
    """``changed_at`` is the instant of the stage, and ``reason`` is why it is paused."""

    stream: UUID
    partner: str
    address: str
    stages: int
    stage: WebhookStage
    reason: str | None
    changed_at: datetime


def fold(row: WebhookRow | None, history: Sequence[Read]) -> WebhookRow | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        event, at = recorded.envelope.event, recorded.envelope.at
        if isinstance(event, events.WebhookRegistered):
            row = _registered(recorded.stream, event, at)
        elif row is not None and isinstance(event, events.WebhookEvent):
            stage = WEBHOOK.stage_after(row.stage, event)
            if stage is not row.stage:
                row = replace(row, stage=stage, changed_at=at, reason=None)
            if isinstance(event, events.WebhookChanged):
                row = replace(row, address=event.address, stages=len(event.stages))
            elif isinstance(event, events.WebhookPaused):
                row = replace(row, reason=event.reason.value)
    return row


def _registered(stream: UUID, event: events.WebhookRegistered, at: datetime) -> WebhookRow:
    return WebhookRow(
        stream=stream,
        partner=event.partner,
        address=event.address,
        stages=len(event.stages),
        stage=WebhookStage.ACTIVE,
        reason=None,
        changed_at=at,
    )


WEBHOOKS: Final = Projection(
    name="webhooks",
    of=(WEBHOOK,),
    tables=Path(__file__).with_name("schema.sql"),
    row=WebhookRow,
    fold=fold,
)
