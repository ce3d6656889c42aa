"""The story of a demo: it is told before anybody else works on the store.

While it is told no worker is there. The town itself carries out what follows from each act and
lets the deadlines pass, all in the order of its instants.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from api.desk import Desk
from cheguan.bench.footprint import peak_megabytes
from cheguan.compose import BUILD
from cheguan.post_settlement import pay_over
from cheguan.town.clock import TownClock
from cheguan.town.consequences import Consequences
from cheguan.town.enquiries import enquiry_acts
from cheguan.town.holders import holders
from cheguan.town.life import Life
from cheguan.town.register import TownRegister
from cheguan.town.story import load
from cheguan.town.tills import Tills
from cheguan.town.town import Town
from domain.calendar import Calendar, local_day
from domain.door.door import Door
from domain.event_store.connection import connect
from domain.event_store.store import PostgresEventStore
from domain.submission.drawn_numbers import DrawnNumbers
from projections.engine.standing import reached, slowest
from workers import reactor, timekeeper
from workers.concerned import CONCERNED
from workers.draws.custody import SeedCustody

_CATCH_UP_S: Final = 120.0
"""Seconds in which the read models must come further."""
_COLUMNS: Final = (
    TextColumn("Loading February 2020"),
    BarColumn(),
    MofNCompleteColumn(),
    TimeElapsedColumn(),
)


@dataclass(frozen=True, slots=True)
class Story:
    """The cases of these numbers, in a store that is empty yet."""

    made: Desk
    clock: TownClock
    url: str
    seed: int
    numbers: Sequence[int]
    out: Console

    async def load(self, *, until: datetime | None) -> dict[int, Life]:
        """Tells it, says how long that took, and returns the lives that have not ended."""
        assert isinstance(self.made.log, PostgresEventStore)
        consequences = Consequences(self.made.log, self.made.codec)
        door = Door(
            consequences,
            clock=self.clock,
            catalogue=self.made.catalogue,
            calendar=Calendar(),
            build=BUILD,
            codec=self.made.codec,
        )
        town = town_of(self.made, door, self.clock, self.url, self.seed)
        town, began = replace(town, consequences=consequences), time.monotonic()
        with Progress(*_COLUMNS, console=self.out, transient=True) as progress:
            task = progress.add_task("", total=len(self.numbers))
            await asyncio.gather(*map(town.enter, holders(self.seed, len(self.numbers))))
            lives = await load(
                town,
                self.numbers,
                until=until,
                progress=lambda done, of: progress.update(task, completed=done, total=of),
                beside=enquiry_acts(),
            )
        await pay_over(door, self.url, self.made.codec, local_day(self.clock()))
        position, seconds = await self.made.log.position(), time.monotonic() - began
        connection = await connect(self.url)
        try:
            await consequences.passed(connection, position)
        finally:
            await connection.close()
        Console(stderr=True).print(
            f"Loaded {len(self.numbers):,} cases in {seconds:,.0f} s: {position:,} events, "
            f"{position / seconds:,.0f} a second. Peak memory {peak_megabytes():,.0f} MB."
        )
        return lives


def town_of(made: Desk, door: Door, clock: TownClock, url: str, seed: int) -> Town:
    assert made.codes, "a demonstration has a gateway"
    custody = SeedCustody(door, made.keyring)
    return Town(
        door=door,
        codes=made.codes.maker,
        register=TownRegister(door, made.keyring, made.names, clock),
        applications=made.applications,
        keyring=made.keyring,
        numbers=DrawnNumbers(door, custody, made.names),
        custody=custody,
        clock=clock,
        url=url,
        seed=seed,
        tills=Tills(seed),
    )


async def followed(made: Desk, url: str) -> None:
    """Returns when everything has had its consequences; the story has told most of them."""
    following = reactor.Reactor(url, made.codec, made.door, CONCERNED)
    try:
        await following.catch_up()
    finally:
        await following.close()


async def folded(made: Desk, url: str) -> None:
    """Returns when the read models have folded everything."""
    position, stands = await made.log.position(), -1
    connection = await connect(url)
    try:
        while not await reached(connection, position, _CATCH_UP_S):
            before, stands = stands, await slowest(connection)
            if stands <= before:
                raise TimeoutError("the read models do not catch up")
    finally:
        await connection.close()


async def passed(made: Desk, url: str) -> None:
    """Returns when every deadline of the register that lies behind has passed, or was moved.

    The read models must be at work: a licence that is late may be due for cancellation next.
    """
    connection = await connect(url)
    try:
        while await timekeeper.pass_deadlines(connection, made.codec, made.door, made.clock()):
            await folded(made, url)
    finally:
        await connection.close()
