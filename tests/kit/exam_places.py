"""How a booking comes to a place in an examination of the living town, and to its day."""

from datetime import timedelta
from uuid import UUID

from cheguan.town.town import Town
from domain.aggregates import CODEC
from domain.calendar import start_of_day
from domain.case.case import CASE
from domain.event_store.transaction import Connection
from domain.people import system
from domain.services.blocks.appointment.examination import ExamSlot
from tests.kit.waiting import until
from workers import timekeeper
from workers.ranker import rank_all


async def has_a_place(town: Town, connection: Connection, case: UUID, slot: ExamSlot) -> None:
    """Its bookings end, the ranking is fixed, and the day of the examination comes."""
    town.clock.run(at=start_of_day(slot.exam_on) - timedelta(days=1))
    await until(lambda: _ranks(connection, town), within_s=30)
    await until(lambda: _is_placed(town, case), within_s=30)
    town.clock.run(at=start_of_day(slot.exam_on) + timedelta(hours=10))


async def _ranks(connection: Connection, town: Town) -> bool:
    await timekeeper.pass_deadlines(connection, CODEC, town.door, town.clock())
    return await rank_all(connection, town.door) > 0


async def _is_placed(town: Town, case: UUID) -> bool:
    booking = (await town.door.open(CASE, case, system("test")))[0].state.booking
    return booking is not None and booking.placed
