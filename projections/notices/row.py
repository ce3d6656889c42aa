"""A row a notice: of which step who was told, by which way, and how far it has come."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.notices import events
from domain.notices.kinds import Addressee, NoticeChannel, NoticeStage
from domain.notices.notice import NOTICE
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class NoticeRow(msgspec.Struct, frozen=True, gc=False):
    """``version`` is that of the event of the case, or of the ``reminder`` where there is no case.
    ``changed_at`` is the instant of the stage.

    ``until`` is when a notice that waits is tried again, and ``reason`` why it waits, or why
    nobody has received it.
    """

    stream: UUID
    case_id: UUID | None
    version: int
    step: str
    office: str
    addressee: Addressee
    stage: NoticeStage
    channel: NoticeChannel | None
    provider: str | None
    round: int
    written_at: datetime
    changed_at: datetime
    until: datetime | None
    reason: str | None
    reminder: UUID | None = None


def fold(row: NoticeRow | None, history: Sequence[Read]) -> NoticeRow | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        event, at = recorded.envelope.event, recorded.envelope.at
        if isinstance(event, events.NoticeWritten | events.ReminderNoticeWritten):
            row = _written(recorded.stream, event, at)
        elif row is not None and isinstance(event, events.NoticeEvent):
            stage = NOTICE.stage_after(row.stage, event)
            row = _changed(replace(row, stage=stage, changed_at=at, until=None), event)
    return row


def _written(
    stream: UUID, event: events.NoticeWritten | events.ReminderNoticeWritten, at: datetime
) -> NoticeRow:
    return NoticeRow(
        stream=stream,
        case_id=event.case if isinstance(event, events.NoticeWritten) else None,
        reminder=None if isinstance(event, events.NoticeWritten) else event.reminder,
        version=event.version,
        step=event.step,
        office=event.office,
        addressee=event.to,
        stage=NoticeStage.DUE,
        channel=None,
        provider=None,
        round=1,
        written_at=at,
        changed_at=at,
        until=None,
        reason=None,
    )


def _changed(row: NoticeRow, event: events.NoticeEvent) -> NoticeRow:
    match event:
        case events.NoticeDeferred():
            return replace(row, until=event.until, reason=event.reason.value)
        case events.NoticeEntrusted():
            return replace(
                row,
                channel=event.channel,
                provider=event.provider,
                round=event.round,
                reason=None,
            )
        case events.NoticeUndelivered():
            return replace(row, reason=event.reason.value)
        case _:
            return replace(row, reason=None)


NOTICES: Final = Projection(
    name="notices",
    of=(NOTICE,),
    tables=Path(__file__).with_name("schema.sql"),
    row=NoticeRow,
    fold=fold,
)
