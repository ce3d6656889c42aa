"""A prefecture whose station people have booked, for many days ahead."""

import asyncio
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from api.identity import Identity
from api.views.decision_preview import foretold
from cheguan.bench.closing_city import CLOSE, City, asked_by, waited
from cheguan.bench.day import DAY
from cheguan.bench.submissions import row
from domain.calendar import OFFICE_ZONE
from domain.case.appointment.commands import ConfirmBooking
from domain.case.case import CASE
from domain.door.door import Begun
from domain.offices.plan_kind import PlanKind
from domain.offices.tree import ZHENGZHOU, detachment_of
from domain.people import Actor, Role, system
from domain.plans.commands import PublishPlan
from domain.plans.events import SeatRelease
from domain.plans.plan import PLAN
from domain.plans.state import plan_of
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.services.blocks.appointment.ahead import DAYS_AHEAD
from domain.services.blocks.appointment.kinds import SlotPeriod
from domain.services.inspection_booking.example import example
from domain.services.reader import read_form
from domain.services.slot import Slot

_STATION: Final = f"{ZHENGZHOU}.ins1"
_GIVEN_AT: Final = datetime(2020, 3, 1, tzinfo=OFFICE_ZONE)
_AT_ONCE: Final = 100
_SENT_AWAY: Final = "SELECT count(*) FROM projections.appointments WHERE standing = 'sent_away'"
_SUPERVISOR: Final = Actor(Role.SUPERVISOR, "bench", detachment_of(ZHENGZHOU))


class BookedCity:
    """People of the city have booked so many seats, each of which is confirmed."""

    def __init__(self, city: City) -> None:
        self.city = city

    async def begin(self, bookings: int) -> list[UUID]:
        """The station announces its days, and people fill them hour by hour."""
        await self.city.open()
        slots = [
            Slot(PlanKind.STATION, _STATION, DAY + timedelta(days=day), str(period))
            for day in range(1, DAYS_AHEAD.on(DAY) + 1)
            for period in SlotPeriod
        ]
        seats = -(-bookings // len(slots))
        for first in slots[:: len(SlotPeriod)]:
            await self._announce(first, seats)
        found: list[UUID] = []
        for start in range(0, bookings, _AT_ONCE):
            numbers = range(start, min(start + _AT_ONCE, bookings))
            wanted = ((number, slots[number % len(slots)]) for number in numbers)
            found += await asyncio.gather(*(self._booked(*each) for each in wanted))
        return found

    async def previewed(self) -> int:
        """How many cases the preview of the closing tells of."""
        stream = stream_of(ZHENGZHOU)
        opened, _ = await self.city.desk.door.open(PREFECTURE, stream, _SUPERVISOR)
        asks = Identity(_SUPERVISOR, "bench", frozenset(), 0.0)
        told = await foretold(self.city.desk, opened, CLOSE, asks)
        return sum(each.cases for each in told.holds)

    async def until_shown(self, bookings: int) -> float:
        """Seconds until officers see so many to come, and the preview has heard of them too."""

        async def shown() -> bool:
            return await self.previewed() == bookings

        return await waited(shown)

    async def until_sent_away(self, bookings: int) -> float:
        """Seconds until the read model shows that so many were cancelled by the office."""

        async def sent_away() -> bool:
            return await self.city.number(_SENT_AWAY) == bookings

        return await waited(sent_away)

    async def _announce(self, day: Slot, seats: int) -> None:
        releases = tuple(SeatRelease(str(period), seats, _GIVEN_AT) for period in SlotPeriod)
        command = PublishPlan(kind=day.kind, place=day.place, on=day.on, releases=releases)
        stream = plan_of(day.kind, day.place, day.on)
        await self.city.desk.door.handle(PLAN, stream, command, asked_by(_SUPERVISOR))

    async def _booked(self, number: int, slot: Slot) -> UUID:
        desk, body, of = self.city.desk, example(DAY), row(number)
        body["applicant"] |= {"id_no": of.id_no}
        body["vehicle"] |= {"plate_no": of.plate_no, "vin": of.vin, "engine_no": of.engine_no}
        body |= {"slot_date": slot.on.isoformat(), "slot_period": slot.period}
        form = read_form(json.dumps(body).encode(), today=DAY)
        case, command = await desk.applications.prepare(form)
        asked = asked_by(Actor(Role.APPLICANT, "bench"), case)
        await desk.door.begin(CASE, Begun(case, command, asked))
        await desk.door.handle(CASE, case, ConfirmBooking(), asked_by(system("checker"), uuid4()))
        return case


def each_once(cases: Sequence[UUID]) -> str:
    """The question how many of the cases were cancelled once by the office, and by nobody else."""
    listed = ", ".join(f"'{case}'" for case in cases)
    return f"""
SELECT count(*) FROM (
  SELECT originator_id FROM stored_events
  WHERE topic IN ('BookingCancelledByOffice', 'NoShowRecorded', 'BookingCancelled', 'BookingLapsed')
    AND originator_id IN ({listed})
  GROUP BY originator_id
  HAVING count(*) = 1 AND min(topic) = 'BookingCancelledByOffice') AS right_ones"""
