"""A row a message to a partner: of which step it tells, and how far it has come."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.webhook_messages import events
from domain.webhook_messages.kinds import MessageFailure, WebhookMessageStage
from domain.webhook_messages.webhook_message import WEBHOOK_MESSAGE
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class WebhookMessageRow(msgspec.Struct, frozen=True, gc=False):
    """``tries`` counts all that were in vain, and the one that was not. ``case_id`` and
    ``reached`` are missing in a test. ``until`` is when it is tried again.
    """

    stream: UUID
    webhook: UUID
    case_id: UUID | None
    reached: str | None
    stage: WebhookMessageStage
    tries: int
    failure: str | None
    status: int | None
    written_at: datetime
    changed_at: datetime
    until: datetime | None


def fold(row: WebhookMessageRow | None, history: Sequence[Read]) -> WebhookMessageRow | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        event, at = recorded.envelope.event, recorded.envelope.at
        if isinstance(event, events.WebhookMessageWritten):
            row = _written(recorded.stream, event, at)
        elif row is not None and isinstance(event, events.WebhookMessageEvent):
            stage = WEBHOOK_MESSAGE.stage_after(row.stage, event)
            row = _changed(replace(row, stage=stage, changed_at=at, until=None), event)
    return row


def _written(stream: UUID, event: events.WebhookMessageWritten, at: datetime) -> WebhookMessageRow:
    return WebhookMessageRow(
        stream=stream,
        webhook=event.webhook,
        case_id=event.case,
        reached=event.reached.value if event.reached else None,
        stage=WebhookMessageStage.DUE,
        tries=0,
        failure=None,
        status=None,
        written_at=at,
        changed_at=at,
        until=None,
    )


def _changed(row: WebhookMessageRow, event: events.WebhookMessageEvent) -> WebhookMessageRow:
    match event:
        case events.WebhookMessageFailed() | events.WebhookMessageHeld():
            row = replace(row, failure=event.failure.value, status=event.status)
            if event.failure not in _NOT_TRIED:
                row = replace(row, tries=row.tries + 1)
            if isinstance(event, events.WebhookMessageFailed):
                row = replace(row, until=event.until)
        case events.WebhookMessageDelivered():
            row = replace(row, failure=None, status=event.status, tries=row.tries + 1)
    return row


_NOT_TRIED: Final = frozenset({MessageFailure.PAUSED, MessageFailure.BEHIND})

WEBHOOK_MESSAGES: Final = Projection(
    name="webhook_messages",
    of=(WEBHOOK_MESSAGE,),
    tables=Path(__file__).with_name("messages.sql"),
    row=WebhookMessageRow,
    fold=fold,
)
