"""A booking in the ranking of an examination, and how it stands."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.case.examination import events
from domain.case.intake.events import CaseSubmitted
from domain.choice import Choice
from domain.exam_plans.reason import ExamCancelReason
from domain.services.catalogue import EVERY_SERVICE
from projections.engine.log_reader import Read
from projections.engine.projection import Figures


class BookingStanding(Choice):
    """``asked`` is a booking that is in no ranking yet, or that ended without one."""

    ASKED = "asked", "已提交", "asked for"
    RANKED = "ranked", "排序中", "in the ranking"
    PLACED = "placed", "预约成功", "has a place"
    NOT_PLACED = "not_placed", "未获得名额", "no place"
    CANCELLED_OWN = "cancelled_own", "因个人原因取消", "cancelled for personal reasons"
    CANCELLED_EPIDEMIC = "cancelled_epidemic", "因疫情取消", "cancelled for the epidemic"
    CANCELLED_SITE = "cancelled_site", "因考场原因取消", "cancelled by the site"
    PASSED = "passed", "合格", "passed"
    FAILED = "failed", "不合格", "not passed"
    ABSENT = "absent", "缺考", "absent"


_CANCELLED: Final[Mapping[ExamCancelReason, BookingStanding]] = {
    ExamCancelReason.OWN: BookingStanding.CANCELLED_OWN,
    ExamCancelReason.EPIDEMIC: BookingStanding.CANCELLED_EPIDEMIC,
    ExamCancelReason.SITE: BookingStanding.CANCELLED_SITE,
}


class BookingRow(msgspec.Struct, frozen=True, gc=False):
    """``school`` is empty for a learner without one. ``attempts`` are those before this booking."""

    stream: UUID
    serial: str
    site: str
    exam_on: date
    subject: str
    standing: BookingStanding
    plan: UUID | None = None
    since: datetime | None = None
    school: str = ""
    attempts: int = 0


class ExamFigure(msgspec.Struct, frozen=True):
    """What a figure is told by. ``month`` is the first day of that of the examination."""

    month: date
    site: str
    subject: str
    school: str
    standing: str


def fold(row: BookingRow | None, history: Sequence[Read]) -> BookingRow | None:
    """Pure: the row of the events before and of these. Other cases have none."""
    for recorded in history:
        event = recorded.envelope.event
        row = _asked(recorded.stream, event) if isinstance(event, CaseSubmitted) else row
        if row is not None:
            row = _after(row, event)
    return row


def _asked(stream: UUID, event: CaseSubmitted) -> BookingRow | None:
    slot = EVERY_SERVICE[event.service].exam(event.facts)
    if slot is None:
        return None
    return BookingRow(
        stream=stream,
        serial=event.reference,
        site=slot.site,
        exam_on=slot.exam_on,
        subject=slot.subject.value,
        standing=BookingStanding.ASKED,
    )


def _after(row: BookingRow, event: Any) -> BookingRow:
    match event:
        case events.ExamBookingRanked():
            return replace(
                row,
                standing=BookingStanding.RANKED,
                plan=event.plan,
                since=event.since,
                school=event.school or "",
                attempts=event.attempts,
            )
        case events.ExamBookingConfirmed():
            return replace(row, standing=BookingStanding.PLACED)
        case events.ExamBookingNotPlaced():
            return replace(row, standing=BookingStanding.NOT_PLACED)
        case events.ExamBookingCancelled(reason=reason):
            return replace(row, standing=_CANCELLED[reason])
        case events.ExamResultRecorded(passed=passed):
            ended = BookingStanding.PASSED if passed else BookingStanding.FAILED
            return replace(row, standing=ended)
        case events.ExamineeAbsent():
            return replace(row, standing=BookingStanding.ABSENT)
    return row


def contribution(row: BookingRow) -> Figures:
    """A booking counts in the month of its examination, as it stands."""
    month = row.exam_on.replace(day=1)
    return {(month, row.site, row.subject, row.school, str(row.standing)): 1}
