"""The day for which the example of a service asks, announced by the place."""

import json
from contextlib import suppress
from datetime import timedelta
from typing import Final

from domain.calendar import local_day
from domain.door.door import Door
from domain.people import Actor, Role
from domain.plans.commands import PublishPlan
from domain.plans.events import SeatRelease
from domain.plans.plan import PLAN
from domain.plans.refusals import PlanStands
from domain.plans.state import plan_of
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from tests.kit.offices import asked

SEATS: Final = 40
_HEADQUARTERS: Final = Actor(Role.HQ, "headquarters", "41")


async def announced(door: Door, code: str, seats: int = SEATS) -> None:
    """So many seats of the hour are given. Most examples ask for no time, and none of a window
    service does, so nothing is done.

    What is published already stays as it is.
    """
    if code not in CATALOGUE:
        return
    today = local_day(door.clock())
    body = json.dumps(CATALOGUE[code].example(today)).encode()
    slot = read_form(body, today=today).facts().slot
    if slot is None:
        return
    given = (SeatRelease(slot.period, seats, door.clock() - timedelta(hours=1)),)
    command = PublishPlan(kind=slot.kind, place=slot.place, on=slot.on, releases=given)
    stream = plan_of(slot.kind, slot.place, slot.on)
    with suppress(PlanStands):
        await door.handle(PLAN, stream, command, asked(command, _HEADQUARTERS))
