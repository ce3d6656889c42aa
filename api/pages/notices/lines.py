"""A notice as a line on a page."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final, NamedTuple
from uuid import UUID

from api.language import Language
from api.pages.notices.words import TONES, reason_text
from domain.case.case import CASE
from domain.notices.kinds import NoticeStage
from domain.register.reminder_topic import ReminderTopic
from domain.reminders.reminder import REMINDER
from projections.caseload.queries import CaseOfStream
from projections.notices.row import NoticeRow

_NO_TOPICS: Final[Mapping[UUID, ReminderTopic]] = MappingProxyType({})


class NoticeLine(NamedTuple):
    """``step`` is what happened in the case. ``by`` is the way, if it was sent by one.

    Of a reminder there is no case, and ``reference`` says of what it reminds.
    """

    stream: UUID
    case: UUID | None
    reference: str
    version: int
    step: str
    to: str
    by: str | None
    stage: str
    tone: str
    why: str | None
    written_at: datetime
    changed_at: datetime
    until: datetime | None
    times: int
    may_be_repeated: bool


def lines_of(
    rows: Iterable[NoticeRow],
    cases: Mapping[UUID, CaseOfStream],
    language: Language,
    topics: Mapping[UUID, ReminderTopic] = _NO_TOPICS,
) -> list[NoticeLine]:
    """``topics`` says of what each reminder is."""
    return [_line(row, _reference(row, cases, topics, language), language) for row in rows]


def _reference(
    row: NoticeRow,
    cases: Mapping[UUID, CaseOfStream],
    topics: Mapping[UUID, ReminderTopic],
    language: Language,
) -> str:
    if row.case_id is not None:
        case = cases.get(row.case_id)
        return (case and case.reference) or str(row.case_id)
    topic = topics.get(row.reminder) if row.reminder else None
    return topic.text(language) if topic else str(row.reminder)


def _line(row: NoticeRow, reference: str, language: Language) -> NoticeLine:
    words = CASE.words if row.case_id is not None else REMINDER.words
    step = words.events.get(row.step)
    return NoticeLine(
        stream=row.stream,
        case=row.case_id,
        reference=reference,
        version=row.version,
        step=step.text(language) if step else row.step,
        to=row.addressee.text(language),
        by=row.channel.text(language) if row.channel else None,
        stage=row.stage.text(language),
        tone=TONES.get(row.stage, ""),
        why=reason_text(row.reason, language),
        written_at=row.written_at,
        changed_at=row.changed_at,
        until=row.until,
        times=row.round,
        may_be_repeated=row.stage is NoticeStage.UNDELIVERED,
    )
