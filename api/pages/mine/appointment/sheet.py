"""All that the page shows of an appointment."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from api.dependencies import read_connection
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.problems import Problem
from api.views.seat_calendar import CalendarDay, calendar
from api.views.tracking import TrackingView, shown_to_applicant
from domain.case.booking import Booking
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.services.blocks.appointment.kinds import SlotPeriod
from domain.services.guide import fee_of
from domain.titles import Title
from projections.appointments.queries import waiting_position
from projections.tracking.row import fold

_TO_COME: Final = frozenset({Stage.SUBMITTED, Stage.ACCEPTED})


@dataclass(frozen=True, slots=True)
class AppointmentSheet:
    """``position`` is the place among those who wait for a seat of the period, from 1.

    ``later`` are the days to which it may be put off, and ``free_until`` is the last day on which
    it is put off or cancelled. ``fee`` says what is paid, and when, and ``bring`` what is shown.
    """

    told: TrackingView
    service: str
    stage: Stage
    version: int
    booking: Booking
    position: int | None
    later: Sequence[CalendarDay]
    today: date
    fee: Title
    bring: Sequence[Title]

    @property
    def is_to_come(self) -> bool:
        return self.stage in _TO_COME and not self.booking.checked_in

    @property
    def waits(self) -> bool:
        return self.booking.number is None

    @property
    def is_confirmed(self) -> bool:
        return self.stage is Stage.ACCEPTED

    @property
    def free_until(self) -> date:
        return self.booking.on - timedelta(days=1)

    @property
    def is_in_time(self) -> bool:
        return self.today <= self.free_until


async def appointment_sheet(
    desk: Desk, applicant: Identity, case: UUID, language: Language
) -> AppointmentSheet:
    """Raises 404 for a case that is not his, or that has no appointment."""
    opened, history = await desk.door.open(CASE, case, applicant.actor)
    current, row = opened.state, fold(None, history)
    booking = current.appointment
    if row is None or booking is None:
        raise Problem("not-found", 404)
    told = await shown_to_applicant(desk, row, language)
    service = desk.catalogue[current.service]
    async with read_connection(desk) as reading:
        position = await waiting_position(reading, case)
        days = await calendar(desk, reading, booking.kind, booking.place, service)
    return AppointmentSheet(
        told=told,
        service=current.service,
        stage=current.stage,
        version=opened.version,
        booking=booking,
        position=position if booking.number is None else None,
        later=list(_later(days, booking)),
        today=desk.today,
        fee=fee_of(service, desk.today),
        bring=service.told.bring,
    )


def _later(days: Iterable[CalendarDay], booking: Booking) -> Iterator[CalendarDay]:
    """The days with a free seat that is later than the appointment, with those seats alone."""
    mine = (booking.on, booking.period)
    for day in days:
        periods = tuple(p for p in day.periods if p.free and (day.on, p.period) > mine)
        if periods:
            yield replace(day, periods=periods)


def period_text(code: str, language: Language) -> str:
    """The hours of a period. A code that is none of ours stays as it is."""
    found = next((each for each in SlotPeriod if each == code), None)
    return found.text(language) if found else code
