"""A casework over a real store, with a clock the test sets."""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

import msgspec

from domain.calendar import Calendar
from domain.case import commands
from domain.case_id import new_case_id
from domain.casework import Casework
from domain.event_store.store import PostgresEventStore, open_store
from domain.offices.tree import OFFICES
from domain.outcome import Outcome
from domain.people import Actor, Role
from domain.preparing import Request
from domain.services.catalogue import CATALOGUE
from tests.kit.life import MORNING, submission

CITIZEN = Actor(Role.APPLICANT, "citizen")


def asked(
    command: commands.Command, by: Actor, *, key: UUID | None = None, expected: int | None = None
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
    """Every window is open; ``now`` is the only clock."""

    store: PostgresEventStore
    casework: Casework
    now: datetime = MORNING

    async def submit(
        self, service: str = "vehicle_contact_change", number: int = 1, **facts: object
    ) -> Outcome:
        command = submission(service, number, MORNING.date(), **facts)
        return await self.casework.submit(new_case_id(), command, asked(command, CITIZEN))

    async def do(self, case: UUID, by: Actor, *given: commands.CaseCommand) -> Outcome:
        """The commands in turn; what the last one came to."""
        for command in given:
            result = await self.casework.handle(case, command, asked(command, by))
        return result


@asynccontextmanager
async def open_office(url: str) -> AsyncIterator[OpenOffice]:
    async with open_store(url) as store:
        casework = Casework(
            store,
            clock=lambda: office.now,
            catalogue=CATALOGUE,
            calendar=Calendar(),
            window_open=lambda where, day: where in OFFICES,
            build="test",
        )
        office = OpenOffice(store, casework)
        yield office
