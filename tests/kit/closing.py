"""A city whose cases were promised at a counter, and that closes and opens its windows."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from domain.aggregates import CODEC
from domain.calendar import local_day, start_of_day
from domain.case.case import CASE
from domain.case.overlays.events import HoldReleased, HoldSet
from domain.case.state import Case
from domain.case_id import new_case_id
from domain.door.door import Begun
from domain.event_store.reactions.standing import ReactionStanding, standing
from domain.event_store.transaction import Connection
from domain.message import Command, Event, PassDeadline
from domain.offices.business import WindowGroup
from domain.people import Actor
from domain.prefectures.commands import OpenWindowsLocally, SuspendWindows
from domain.prefectures.effect import EFFECT
from domain.prefectures.grounds import Grounds
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.refusal import NotAsThingsStand
from domain.services.catalogue import CATALOGUE, Catalogue
from domain.services.facts import AtCounter
from projections.timers.queries import TimerDue
from tests.kit.life import DETACHMENT, HQ, submission
from tests.kit.offices import CITIZEN, OpenOffice, asked, open_office
from tests.kit.prefectures import class_one_opens
from tests.kit.projected import project
from workers import timekeeper
from workers.concerned import CONCERNED
from workers.reactor import Reactor

ZHENGZHOU: Final = "410100"
FOLLOWS: Final = "case_follows_openings"
_STREAM: Final = stream_of(ZHENGZHOU)


@dataclass
class City:
    """Zhengzhou, all of whose windows are open. Everything is told to it through a door."""

    url: str
    office: OpenOffice
    connection: Connection

    async def decide(self, command: Command, by: Actor = DETACHMENT) -> int:
        """A decision of the prefecture; its position."""
        given = asked(command, by)
        return (await self.office.door.handle(PREFECTURE, _STREAM, command, given)).position

    async def close(self, on: date | None = None) -> int:
        return await self.decide(SuspendWindows(effective_on=on or local_day(self.office.now)))

    async def open(self, *offices: str, on: date | None = None) -> int:
        """It opens some offices for everything, as a prefecture of class one may."""
        command = OpenWindowsLocally(
            offices=offices or (ZHENGZHOU,),
            services=tuple(map(str, WindowGroup)),
            effective_on=on or local_day(self.office.now),
            grounds=Grounds(reason="支持复工复产。"),
        )
        return await self.decide(command)

    async def to_collect(self, number: int, counter: str = ZHENGZHOU) -> UUID:
        """A case whose applicant was promised a pick-up."""
        facts = {"delivery": AtCounter(counter), "pays": None}
        day = local_day(self.office.now)
        command = submission("plate_reissue", number, day, **facts)
        begun = Begun(new_case_id(), command, asked(command, CITIZEN))
        return (await self.office.door.begin(CASE, begun)).stream

    async def follow(self) -> None:
        """The read models fold everything, and a reactor that has just started reacts."""
        await project(self.url)
        async with self.reactor() as reactor:
            await reactor.catch_up()
        await project(self.url)

    async def follow_one_step(self) -> None:
        """A reactor starts, does one slice of everything, and is gone."""
        await project(self.url)
        async with self.reactor() as reactor:
            await reactor.step()
            await reactor.settle()

    @asynccontextmanager
    async def reactor(self) -> AsyncIterator[Reactor]:
        made = Reactor(self.url, CODEC, self.office.door, CONCERNED)
        try:
            yield made
        finally:
            await made.close()

    async def keep_time(self) -> int:
        """The timekeeper looks once; how many timers it found."""
        await project(self.url)
        now = self.office.now
        return await timekeeper.pass_deadlines(self.connection, CODEC, self.office.door, now)

    async def pass_effect(self) -> None:
        """A timekeeper that has seen the timer, whatever another one does meanwhile."""
        command = PassDeadline(clock=EFFECT)
        day = start_of_day(local_day(self.office.now))
        due = TimerDue(_STREAM, PREFECTURE.kind, EFFECT, day, "")
        with suppress(NotAsThingsStand):
            await self.office.door.handle(PREFECTURE, _STREAM, command, timekeeper.request(due))

    async def state(self, case: UUID) -> Case:
        return (await self.office.door.open(CASE, case, HQ))[0].state

    async def events(self, case: UUID) -> list[Event]:
        _, history = await self.office.door.open(CASE, case, HQ)
        return [recorded.event for recorded in history]

    async def holds(self, case: UUID) -> list[str]:
        """What has become of the holds of the case, in order."""
        return [word for event in await self.events(case) if (word := _word(event))]

    async def stands(self) -> ReactionStanding:
        return (await standing(self.connection, [FOLLOWS]))[0]


def _word(event: Event) -> str | None:
    match event:
        case HoldSet(basis=basis):
            return f"held by {basis}"
        case HoldReleased(basis=basis):
            return f"released from {basis}"
        case _:
            return None


@asynccontextmanager
async def city(
    url: str, connection: Connection, catalogue: Catalogue = CATALOGUE
) -> AsyncIterator[City]:
    async with open_office(url, catalogue=catalogue) as office:
        made = City(url, office, connection)
        for command, by in class_one_opens(ZHENGZHOU, local_day(office.now)):
            await made.decide(command, by)
        yield made


async def all_holds(place: City, cases: Sequence[UUID]) -> list[list[str]]:
    return [await place.holds(case) for case in cases]
