"""What people are told in this chapter, beside its events."""

from typing import Any, Final

from domain.case.examination import events
from domain.case.state import Case
from domain.telling import Telling, day
from domain.titles import Title


def _confirmed(current: Case, event: events.ExamBookingConfirmed) -> Title | None:
    if current.booking is None:
        return None
    return Title(
        "考试预约成功，考试日期{on}。请携带身份证按时参加。",
        "You have a place in the examination on {on}. Bring your ID card.",
    ).filled(on=day(current.booking.exam_on))


def _cancelled(current: Case, event: events.ExamBookingCancelled) -> Title:
    if not event.by_site:
        return Title(
            "考试预约已取消，不计考试次数。", "Your booking is cancelled. It is no attempt."
        )
    return Title(
        "因{reason}，考试取消，不计考试次数，不收费，不影响以后预约排序。",
        "The examination is not held, because of {reason}. It is no attempt, costs nothing, and "
        "leaves your rank as it is.",
    ).filled(reason=event.reason.words)


def _result(current: Case, event: events.ExamResultRecorded) -> Title:
    told = (
        Title("{on}考试成绩合格。", "You passed the examination on {on}.")
        if event.passed
        else Title(
            "{on}考试成绩不合格，可以重新预约。",
            "You did not pass the examination on {on}. You may book again.",
        )
    )
    return told.filled(on=day(event.sat_on))


TELLS: Final[tuple[Telling[Case, Any], ...]] = (
    Telling(events.ExamBookingConfirmed, _confirmed),
    Telling(
        events.ExamBookingNotPlaced,
        Title(
            "本次考试预约未成功：{reason}。排序和考试次数不受影响。",
            "You have no place this time: {reason}. Your rank and your attempts stay.",
        ),
    ),
    Telling(events.ExamBookingCancelled, _cancelled, at_once=True),
    Telling(events.ExamResultRecorded, _result),
)
