"""A door over a real store, with a clock that the test sets."""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

import msgspec

from domain.aggregates import CODEC
from domain.calendar import Calendar
from domain.case.case import CASE
from domain.case_id import new_case_id
from domain.door.door import Begun, Door
from domain.door.outcome import Outcome
from domain.door.request import Request
from domain.event_store.store import PostgresEventStore, open_store
from domain.message import Command
from domain.people import Actor, Role
from domain.services.catalogue import CATALOGUE, Catalogue
from tests.kit.life import MORNING, submission

CITIZEN = Actor(Role.APPLICANT, "citizen")


def asked(
    command: Command,
    by: Actor,
    *,
    key: UUID | None = None,
    expected: int | None = None,
) -> Request:
    return Request(
        by=by,
        channel="test",
        command_id=key or uuid4(),
        sha256=hashlib.sha256(msgspec.json.encode(command)).digest(),
        expected=expected,
    )


@dataclass
class OpenOffice:
    """An office whose windows are all open. ``now`` is the only clock."""

    store: PostgresEventStore
    door: Door
    now: datetime = MORNING

    async def submit(
        self, service: str = "vehicle_contact_change", number: int = 1, **facts: object
    ) -> Outcome:
        command = submission(service, number, MORNING.date(), **facts)
        return await self.door.begin(CASE, Begun(new_case_id(), command, asked(command, CITIZEN)))

    async def do(self, case: UUID, by: Actor, *given: Command) -> Outcome:
        """Gives the commands in turn, and returns what the last one came to."""
        for command in given:
            result = await self.door.handle(CASE, case, command, asked(command, by))
        return result


@asynccontextmanager
async def open_office(
    url: str, calendar: Calendar | None = None, catalogue: Catalogue = CATALOGUE
) -> AsyncIterator[OpenOffice]:
    async with open_store(url, CODEC) as store:
        door = Door(
            store,
            clock=lambda: office.now,
            catalogue=catalogue,
            calendar=calendar or Calendar(),
            build="test",
            codec=CODEC,
        )
        office = OpenOffice(store, door)
        yield office
