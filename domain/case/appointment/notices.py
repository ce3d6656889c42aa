"""What people are told in this chapter, beside its events."""

from typing import Any, Final

from domain.case.appointment import events
from domain.case.state import Case
from domain.offices.tree import OFFICES
from domain.telling import Telling, day
from domain.titles import Title


def _at(current: Case, zh: str, en: str) -> Title | None:
    """The text with the time and the place of the appointment as it stands."""
    booked = current.appointment
    if booked is None:
        return None
    when = day(booked.on)
    return Title(zh, en).filled(
        when=Title(f"{when.zh}{booked.period}", f"{when.en}, {booked.period}"),
        place=OFFICES[booked.place].title,
    )


def _confirmed(current: Case, event: events.BookingConfirmed) -> Title | None:
    return _at(
        current,
        "预约成功：{when}，{place}。请携带证件原件按时到场，凭查询码签到。",
        "Your appointment: {when}, {place}. Bring the originals; the number above is your code.",
    )


def _waitlisted(current: Case, event: events.BookingWaitlisted) -> Title | None:
    return _at(
        current,
        "{when}（{place}）预约已满，已为您排队候补，有名额时另行通知。",
        "{when} at {place} is full. You wait for a seat, and are told when one is free.",
    )


def _allotted(current: Case, event: events.SeatAllotted) -> Title | None:
    return _at(
        current,
        "候补成功：{when}，{place}，待车辆管理所确认。",
        "A seat is yours: {when}, {place}. The office has yet to confirm it.",
    )


def _postponed(current: Case, event: events.BookingPostponed) -> Title | None:
    return _at(current, "预约已改为{when}，{place}。", "Your appointment is now {when}, {place}.")


def _moved(current: Case, event: events.BookingMovedByOffice) -> Title | None:
    told = _at(
        current,
        "因{reason}，您的预约已改为{when}，{place}。不便前往的，可免费取消或者改期。",
        "Because of {reason} your appointment was moved to {when}, {place}. If that does not suit "
        "you, cancel it or put it off; it costs nothing.",
    )
    return told.filled(reason=event.reason.words) if told else None


TELLS: Final[tuple[Telling[Case, Any], ...]] = (
    Telling(events.BookingConfirmed, _confirmed),
    Telling(events.BookingWaitlisted, _waitlisted),
    Telling(events.SeatAllotted, _allotted),
    Telling(events.BookingPostponed, _postponed),
    Telling(events.BookingCancelled, Title("预约已取消。", "The appointment is cancelled.")),
    Telling(events.BookingMovedByOffice, _moved, at_once=True),
    Telling(
        events.BookingCancelledByOffice,
        Title(
            "因{reason}，您的预约已取消，不计入爽约，可以重新预约。",
            "Because of {reason} your appointment is cancelled. It counts against nobody, and you "
            "may book again.",
        ),
        at_once=True,
    ),
    Telling(
        events.BookingLapsed,
        Title(
            "预约日期已过，未能安排，不计入爽约，可以重新预约。",
            "The day is over without a seat. It counts against nobody, and you may book again.",
        ),
    ),
)
