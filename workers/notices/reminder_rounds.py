"""Goes round the rights that are lost soon, and gives the command where one is near.

The read models only say where to look. The decision looks at the record and at the reliefs under
guard, and each reminder is a stream of its own. So nobody is reminded twice or too early, whoever
is killed and however many go round at the same time.
"""

import asyncio
import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID, uuid5

from domain.calendar import local_day
from domain.clocks.reminders import REMINDER_AGAIN
from domain.door.door import Door
from domain.door.refusals import NotFound
from domain.door.request import CHANNEL, Request
from domain.event_store.log import last_position
from domain.event_store.transaction import Connection
from domain.failpoints import failpoint
from domain.keyring import Keyring
from domain.people import system
from domain.refusal import Refusal
from domain.reminders.commands import RemindHolder
from domain.reminders.decisions import OF_RECORDS
from domain.reminders.reminder import REMINDER
from domain.reminders.rights import OnRecord, reminded_from
from domain.reminders.state import reminder_of
from domain.services.catalogue import EVERY_SERVICE
from domain.vault import BlindIndex
from projections.caseload.of_records import services_in_hand
from projections.caseload.row import CASELOAD
from projections.engine.standing import standing
from projections.reminders.due import ReminderDue, StandingReliefs, reminders_due
from workers.interval import every
from workers.notices.register_contact import RegisterContacts
from workers.reliefs import names_in_force
from workers.timepiece import Timepiece

NAME: Final = "reminders"
_WHO: Final = system(NAME)
_EVERY_S: Final = 300.0
_PAGE: Final = 200


class _Look(NamedTuple):
    """What one page is judged by: the instant, and the services in hand by record."""

    now: datetime
    in_hand: Mapping[UUID, frozenset[str]]


class ReminderRounds:
    """One round after the other, each over everything that is near.

    A round waits until the caseload has come as far as the log stood at the round before. So
    nobody is reminded because an application of his was not counted yet.
    """

    def __init__(self, door: Door, keyring: Keyring, names: BlindIndex) -> None:
        self._door = door
        self._contacts = RegisterContacts(door, keyring, names)
        self._counted: int | None = None

    async def run(self, url: str, clock: Timepiece, stop: asyncio.Event) -> None:
        """Goes round every five minutes until ``stop`` is set, unless the clock is suspicious."""

        async def look(connection: Connection) -> None:
            if now := await clock.now(connection):
                await self.go(connection, now)

        await every(_EVERY_S, url, look, stop)

    async def go(self, connection: Connection, now: datetime) -> int:
        """Goes round once; how many reminders were given, put off or dropped."""
        position = await last_position(connection)
        if self._counted is None:
            self._counted = position
        if (await standing(connection, CASELOAD.name)).position < self._counted:
            return 0
        self._counted = position
        return await self._round(connection, now)

    async def _round(self, connection: Connection, now: datetime) -> int:
        today, acted = local_day(now), 0
        reliefs = StandingReliefs(*await names_in_force(self._door, _WHO))
        last: ReminderDue | None = None
        while page := await reminders_due(connection, today, reliefs, last, _PAGE):
            since = now - timedelta(days=REMINDER_AGAIN.on(today))
            in_hand = await services_in_hand(connection, [each.record for each in page], since)
            for due in page:
                if reminded_from(due.topic, due.last_on, judged_on=today) > today:
                    continue
                acted += await self._remind(connection, due, _Look(now, in_hand))
            last = page[-1]
        return acted

    async def _remind(self, connection: Connection, due: ReminderDue, look: _Look) -> bool:
        """What refuses, or has moved on meanwhile, is looked at again on the next day."""
        record = await self._record(due)
        if record is None:
            return False
        in_hand = look.in_hand.get(due.record, frozenset())
        command = RemindHolder(
            record=due.record,
            topic=due.topic,
            last_on=due.last_on,
            application_open=any(due.topic in EVERY_SERVICE[each].settles for each in in_hand),
            contact=await self._contacts.of(connection, due.record, record),
        )
        stream = reminder_of(due.record, due.topic, due.last_on)
        failpoint("M1")
        try:
            done = await self._door.handle(REMINDER, stream, command, request(command, look.now))
        except Refusal:
            return False
        failpoint("M2")
        return not done.replayed

    async def _record(self, due: ReminderDue) -> OnRecord | None:
        try:
            opened, _ = await self._door.open(OF_RECORDS[due.topic], due.record, _WHO)
        except NotFound:
            return None
        record: OnRecord = opened.state
        return record


def request(command: RemindHolder, now: datetime) -> Request:
    """Its id follows from what and whom it is about and from the day, so a day asks once.

    What an open application changes is another question.
    """
    name = f"{NAME}:{local_day(now).isoformat()}:{command.application_open}"
    return Request(
        by=_WHO,
        channel=CHANNEL,
        command_id=uuid5(reminder_of(command.record, command.topic, command.last_on), name),
        sha256=hashlib.sha256(name.encode()).digest(),
    )
