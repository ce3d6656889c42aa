"""The row of a case with an appointment."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.case.appointment import events
from domain.case.case import CASE
from domain.case.intake.events import NotAccepted
from domain.case.overlays.events import CaseWithdrawn
from domain.choice import Choice
from domain.message import Event
from projections.engine.log_reader import Read
from projections.engine.projection import Figures, Projection


class AppointmentStanding(Choice):
    """How an appointment stands. A seat is taken as long as it is requested or booked."""

    WAITING = "waiting", "候补中", "waiting for a seat"
    REQUESTED = "requested", "待确认", "not confirmed yet"
    BOOKED = "booked", "已预约", "booked"
    KEPT = "kept", "已办理", "kept"
    MISSED = "missed", "爽约", "missed"
    CANCELLED = "cancelled", "已取消", "cancelled by the applicant"
    SENT_AWAY = "sent_away", "办理机关取消", "cancelled by the office"
    ENDED = "ended", "已终止", "ended in another way"


CONFIRMED: Final = "confirmed"
"""Counts every appointment that was confirmed and that neither side has cancelled."""
_CONFIRMED: Final = frozenset(
    {AppointmentStanding.BOOKED, AppointmentStanding.KEPT, AppointmentStanding.MISSED}
)
HAVE_A_SEAT: Final = _CONFIRMED | {AppointmentStanding.REQUESTED}


class Appointment(msgspec.Struct, frozen=True, gc=False):
    """Where, when and on which seat somebody comes, or would have come."""

    stream: UUID
    kind: str
    place: str
    day: date
    period: str
    number: int | None
    standing: str


class SeatFigure(msgspec.Struct, frozen=True):
    """The key of a figure: a period of a day at a place, and what is counted there."""

    kind: str
    place: str
    day: date
    period: str
    what: str


_LEADS_TO: Final[dict[type[Event], AppointmentStanding]] = {
    events.BookingConfirmed: AppointmentStanding.BOOKED,
    events.AppointmentAttended: AppointmentStanding.KEPT,
    events.NoShowRecorded: AppointmentStanding.MISSED,
    events.BookingCancelled: AppointmentStanding.CANCELLED,
    events.BookingCancelledByOffice: AppointmentStanding.SENT_AWAY,
    events.BookingLapsed: AppointmentStanding.ENDED,
    NotAccepted: AppointmentStanding.ENDED,
    CaseWithdrawn: AppointmentStanding.ENDED,
}


def fold(row: Appointment | None, history: Sequence[Read]) -> Appointment | None:
    for recorded in history:
        row = _after(row, recorded.stream, recorded.envelope.event)
    return row


def _after(row: Appointment | None, case: UUID, event: Event) -> Appointment | None:
    match event:
        case events.BookingRequested(kind=kind, place=place, on=on, period=period, number=number):
            return Appointment(case, kind, place, on, period, number, AppointmentStanding.REQUESTED)
        case events.BookingWaitlisted(kind=kind, place=place, on=on, period=period):
            return Appointment(case, kind, place, on, period, None, AppointmentStanding.WAITING)
    if row is None:
        return None
    match event:
        case events.SeatAllotted(number=number):
            return replace(row, number=number, standing=AppointmentStanding.REQUESTED)
        case events.BookingPostponed(on=on, period=period, number=number):
            return replace(row, day=on, period=period, number=number)
        case events.BookingMovedByOffice(on=on, number=number):
            return replace(row, day=on, number=number)
    standing = _LEADS_TO.get(type(event))
    return replace(row, standing=standing) if standing else row


def contribution(row: Appointment) -> Figures:
    key = (row.kind, row.place, row.day, row.period)
    counted = {(*key, str(row.standing)): 1}
    if row.standing in _CONFIRMED:
        counted[*key, CONFIRMED] = 1
    return counted


APPOINTMENTS: Final = Projection(
    name="appointments",
    of=(CASE,),
    tables=Path(__file__).with_name("schema.sql"),
    row=Appointment,
    fold=fold,
    partial=True,
    contribution=contribution,
    figure=SeatFigure,
)
