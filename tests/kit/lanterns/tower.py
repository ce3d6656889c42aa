"""A tower with bells and lanterns over a real store, and whoever rings."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid4

from cheguan.migrate import migrate_all
from domain.aggregate import Aggregate
from domain.calendar import Calendar
from domain.codec import Codec
from domain.door.door import Door
from domain.event_store.reactions.standing import ReactionStanding, standing
from domain.event_store.store import open_store
from domain.event_store.transaction import Connection
from domain.message import Command
from domain.people import Actor, Role
from domain.reaction import Cause
from domain.services.catalogue import CATALOGUE
from projections.engine.feed import StoreFeed
from projections.engine.projector import Projector
from tests.kit.lanterns.bell import BELL, PealBell, RingBell
from tests.kit.lanterns.held_door import HeldDoor
from tests.kit.lanterns.lantern import LANTERN, Condition, LanternFlashed, SetLantern
from tests.kit.lanterns.row import HUNG
from tests.kit.life import MORNING
from tests.kit.offices import asked
from workers import reactor
from workers.reactions.outward import Hand
from workers.reactions.targets import Targets
from workers.reactor import Reactor

CODEC: Final = Codec((BELL, LANTERN))
RINGER: Final = Actor(Role.CLERK, "ringer", "410100")
EACH, ALL = "lantern_flashes", "all_lanterns_flash"

_STOPS_WITHIN_S: Final = 10


async def _page(
    connection: Connection, cause: Cause[Any], after: UUID | None, limit: int
) -> Sequence[UUID]:
    cursor = await connection.execute(
        "SELECT stream FROM projections.hung WHERE stream > %s ORDER BY stream LIMIT %s",
        (after or UUID(int=0), limit),
    )
    return [stream for (stream,) in await cursor.fetchall()]


async def _count(connection: Connection, cause: Cause[Any]) -> int:
    cursor = await connection.execute("SELECT count(*) FROM projections.hung")
    return int((await cursor.fetchall())[0][0])


TARGETS: Final = {ALL: Targets("hung", _page, _count)}


@dataclass
class Tower:
    """``reactor`` makes one that knows nothing yet, as after a restart."""

    url: str
    door: Door
    connection: Connection

    async def set(self, condition: Condition, *lanterns: UUID) -> None:
        for lantern in lanterns:
            await self._give(LANTERN, lantern, SetLantern(condition=condition))

    async def hang(self, count: int, condition: Condition = Condition.FINE) -> list[UUID]:
        """So many lanterns, in the order of their ids."""
        lanterns = sorted(uuid4() for _ in range(count))
        await self.set(condition, *lanterns)
        return lanterns

    async def ring(self, *lanterns: UUID, bell: UUID | None = None) -> UUID:
        """A bell of its own, if none is given."""
        bell = bell or uuid4()
        await self._give(BELL, bell, RingBell(lanterns=lanterns))
        return bell

    async def peal(self) -> None:
        await self._give(BELL, uuid4(), PealBell())

    async def react(self) -> None:
        """A reactor that has just been started does what it finds to do."""
        async with self.reactor() as reactor:
            await reactor.catch_up()

    @asynccontextmanager
    async def reactor(self, door: Hand | None = None) -> AsyncIterator[Reactor]:
        made = Reactor(self.url, CODEC, door or self.door, TARGETS)
        try:
            yield made
        finally:
            await made.close()

    @asynccontextmanager
    async def held(self, lantern: UUID) -> AsyncIterator[HeldDoor]:
        """A reactor is at work, and its command to this lantern waits before the door.

        In the end the reactor is told to stop. Raises ``TimeoutError`` if it never does.
        """
        door, stop = HeldDoor(self.door, lantern), asyncio.Event()
        running = asyncio.create_task(reactor.run(self.url, CODEC, door, stop, TARGETS))
        try:
            await door.knocked.wait()
            yield door
        finally:
            stop.set()
            async with asyncio.timeout(_STOPS_WITHIN_S):
                await running

    async def fold(self) -> None:
        projector = Projector(self.url, StoreFeed(self.url, CODEC), [HUNG])
        await projector.catch_up()
        await projector.close()

    async def flashes(self, lantern: UUID) -> list[UUID]:
        """The bells for which it flashed, in their order."""
        _, history = await self.door.open(LANTERN, lantern, RINGER)
        events = [recorded.event for recorded in history]
        return [event.bell for event in events if isinstance(event, LanternFlashed)]

    async def events(self, bell: UUID) -> list[str]:
        _, history = await self.door.open(BELL, bell, RINGER)
        return [type(recorded.event).__name__ for recorded in history]

    async def stands(self, name: str) -> ReactionStanding:
        return (await standing(self.connection, [name]))[0]

    async def due_now(self) -> None:
        """As if the time until the next try had passed; not for what was given up."""
        await self.connection.execute(
            "UPDATE reaction_postponed SET again_at = clock_timestamp() WHERE again_at > now()"
        )

    async def _give(self, of: Aggregate[Any], stream: UUID, command: Command) -> None:
        await self.door.handle(of, stream, command, asked(command, RINGER))


@asynccontextmanager
async def tower(url: str, connection: Connection) -> AsyncIterator[Tower]:
    migrate_all(url, url, [HUNG])
    async with open_store(url, CODEC) as store:
        door = Door(
            store,
            clock=lambda: MORNING,
            catalogue=CATALOGUE,
            calendar=Calendar(),
            build="test",
            codec=CODEC,
        )
        yield Tower(url, door, connection)
