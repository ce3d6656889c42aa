"""Subscriptions and messages as lines on a page."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final, NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from api.language import Language
from api.pages.webhooks.words import TONES
from domain.case.stage import Stage
from domain.webhook_messages.kinds import MessageFailure, WebhookMessageStage
from domain.webhooks.kinds import PauseReason
from projections.webhooks.messages import WebhookMessageRow
from projections.webhooks.row import WebhookRow

_REPEATABLE: Final = frozenset({WebhookMessageStage.HELD, WebhookMessageStage.WAITING})


class WebhookLine(NamedTuple):
    """``host`` is that of the address. The counts are of its messages."""

    stream: UUID
    partner: str
    host: str
    stage: str
    tone: str
    why: str | None
    changed_at: datetime
    delivered: int
    waiting: int
    held: int


class MessageLine(NamedTuple):
    """``reached`` is missing in a test. ``until`` is when it is tried again."""

    stream: UUID
    case: UUID | None
    reference: str | None
    reached: str | None
    stage: str
    tone: str
    why: str | None
    status: int | None
    tries: int
    written_at: datetime
    changed_at: datetime
    until: datetime | None
    may_be_repeated: bool


def webhook_lines(
    rows: Iterable[WebhookRow],
    counted: Mapping[tuple[UUID, WebhookMessageStage], int],
    language: Language,
) -> list[WebhookLine]:
    def count(stream: UUID, *stages: WebhookMessageStage) -> int:
        return sum(counted.get((stream, each), 0) for each in stages)

    return [
        WebhookLine(
            stream=row.stream,
            partner=row.partner,
            host=urlsplit(row.address).netloc,
            stage=row.stage.text(language),
            tone=TONES.get(row.stage, ""),
            why=PauseReason(row.reason).text(language) if row.reason else None,
            changed_at=row.changed_at,
            delivered=count(row.stream, WebhookMessageStage.DELIVERED),
            waiting=count(row.stream, WebhookMessageStage.WAITING, WebhookMessageStage.DUE),
            held=count(row.stream, WebhookMessageStage.HELD),
        )
        for row in rows
    ]


def message_lines(
    rows: Iterable[WebhookMessageRow], references: Mapping[UUID, str | None], language: Language
) -> list[MessageLine]:
    return [
        MessageLine(
            stream=row.stream,
            case=row.case_id,
            reference=references.get(row.case_id) if row.case_id else None,
            reached=Stage(row.reached).text(language) if row.reached else None,
            stage=row.stage.text(language),
            tone=TONES.get(row.stage, ""),
            why=MessageFailure(row.failure).text(language) if row.failure else None,
            status=row.status,
            tries=row.tries,
            written_at=row.written_at,
            changed_at=row.changed_at,
            until=row.until,
            may_be_repeated=row.stage in _REPEATABLE,
        )
        for row in rows
    ]
