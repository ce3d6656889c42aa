"""Appointments of a citizen, at a station that has announced seats."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from api.desk import Desk
from cheguan.compose import BUILD
from domain.calendar import Calendar
from domain.case.appointment.commands import ConfirmBooking
from domain.case.case import CASE
from domain.door.door import Begun, Door
from domain.offices.plan_kind import PlanKind
from domain.people import Actor, Role, system
from domain.plans.commands import PublishPlan
from domain.plans.events import SeatRelease
from domain.plans.plan import PLAN
from domain.plans.state import plan_of
from domain.services.archetype import Archetype
from domain.services.blocks.fresh_numbers import with_fresh_numbers
from domain.services.catalogue import EVERY_SERVICE, catalogue
from domain.services.reader import read_form
from tests.kit.life import HQ
from tests.kit.offices import asked
from tests.kit.own_choice import demo_citizen

STATION: Final = "410100.ins1"
_OPENED: Final = catalogue(
    replace(service, taken_in=True) if service.archetype is Archetype.APPOINTMENT else service
    for service in EVERY_SERVICE.values()
)


async def announced(made: Desk, on: date, seats: Mapping[str, int], *, later: int = 0) -> None:
    """So many seats of each period, given since yesterday or in so many hours."""
    at = made.clock() + (timedelta(hours=later) if later else timedelta(days=-1))
    releases = tuple(SeatRelease(period, count, at) for period, count in seats.items())
    publish = PublishPlan(kind=PlanKind.STATION, place=STATION, on=on, releases=releases)
    plan = plan_of(PlanKind.STATION, STATION, on)
    await made.door.handle(PLAN, plan, publish, asked(publish, HQ))


async def booked(
    made: Desk, by: Actor, number: int, on: date, period: str = "14", *, waits: bool = False
) -> UUID:
    """The case of another person and vehicle each time."""
    slot = {"slot_date": on.isoformat(), "slot_period": period, "wait_if_full": waits}
    return await begun(made, by, "inspection_booking", number, slot)


async def begun(made: Desk, by: Actor, service: str, number: int, more: Mapping[str, Any]) -> UUID:
    """The example of a service by appointment, as another person sends it with ``more`` in it."""
    body = with_fresh_numbers(EVERY_SERVICE[service].example(made.today), Random(number))
    read = read_form(json.dumps({**body, **more}).encode(), today=made.today)
    case, submit = await made.applications.prepare(read)
    door = Door(
        made.door._store,
        clock=made.clock,
        catalogue=_OPENED,
        calendar=Calendar(),
        build=BUILD,
        codec=made.codec,
    )
    await door.begin(CASE, Begun(case, submit, asked(submit, by)))
    return case


async def confirmed(made: Desk, case: UUID) -> None:
    command = ConfirmBooking()
    await made.door.handle(CASE, case, command, asked(command, system("checker")))


async def booked_and_waiting(made: Desk) -> None:
    """The citizen of the demonstration has an appointment, and waits for a seat behind another.

    The seats of some days are free, full, to be given later, or not announced. The office of the
    pages has announced some for the seventh day, on which the example asks to come.
    """
    citizen, other = await demo_citizen(made), Actor(Role.APPLICANT, "another")
    days = [made.today + timedelta(days=n) for n in (3, 4, 9, 10)]
    await announced(made, days[0], {"09": 4, "14": 2})
    await announced(made, days[1], {"14": 1})
    await announced(made, days[2], {"09": 12, "10": 12, "14": 5})
    await announced(made, days[3], {"09": 8}, later=26)
    await booked(made, other, 11, days[1])
    await booked(made, other, 12, days[1], waits=True)
    await booked(made, citizen, 13, days[1], waits=True)
    await confirmed(made, await booked(made, citizen, 14, days[0]))
