"""A notice as a line on a page."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from api.language import Language
from api.pages.notices.words import TONES, reason_text
from domain.case.case import CASE
from domain.notices.kinds import NoticeStage
from projections.caseload.queries import CaseOfStream
from projections.notices.row import NoticeRow


class NoticeLine(NamedTuple):
    """``step`` is what happened in the case. ``by`` is the way, if it was sent by one."""

    stream: UUID
    case: UUID
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
    rows: Iterable[NoticeRow], cases: Mapping[UUID, CaseOfStream], language: Language
) -> list[NoticeLine]:
    return [_line(row, cases.get(row.case_id), language) for row in rows]


def _line(row: NoticeRow, case: CaseOfStream | None, language: Language) -> NoticeLine:
    step = CASE.words.events.get(row.step)
    return NoticeLine(
        stream=row.stream,
        case=row.case_id,
        reference=(case and case.reference) or str(row.case_id),
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
