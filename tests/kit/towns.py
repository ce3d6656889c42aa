"""A small town over a real store, with keys of its own."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime

from rich.console import Console

from cheguan.registry import REGISTRY
from cheguan.town.clock import TownClock
from cheguan.town.consequences import Consequences
from cheguan.town.life import Life
from cheguan.town.live import Live
from cheguan.town.register import TownRegister
from cheguan.town.story import load
from cheguan.town.summary import tables
from cheguan.town.tills import Tills
from cheguan.town.town import Town
from domain.aggregates import CODEC
from domain.calendar import Calendar
from domain.door.door import Door
from domain.event_store.key_table import PostgresKeyTable
from domain.event_store.store import open_store
from domain.event_store.transaction import Connection
from domain.keyring import Keyring
from domain.one_time_codes.maker import CodeMaker
from domain.services.catalogue import EVERY_SERVICE
from domain.submission.drawn_numbers import DrawnNumbers
from domain.submission.sealing import Applications
from domain.vault import BlindIndex
from domain.wrapping import Wrapping
from projections.engine.feed import StoreFeed
from projections.engine.projector import Projector
from tests.kit.projected import project
from workers import checker, reactor
from workers.concerned import CONCERNED
from workers.draws.custody import SeedCustody

EVERY_S = 0.02
OLD_RESTS = 20


@asynccontextmanager
async def open_town(
    url: str, seed: int = 7, names: BlindIndex | None = None
) -> AsyncIterator[Town]:
    """``names`` is the index under which its register knows people, if a test asks it too."""
    clock, keys = TownClock(), PostgresKeyTable(url)
    keyring = Keyring(keys, Wrapping({1: secrets.token_bytes(32)}), ahead=64)
    index = names or BlindIndex(secrets.token_bytes(32))
    async with open_store(url, CODEC) as store:
        consequences = Consequences(store, CODEC)
        door = Door(
            consequences,
            clock=clock,
            catalogue=EVERY_SERVICE,
            calendar=Calendar(),
            build="test",
            codec=CODEC,
        )
        custody = SeedCustody(door, keyring)
        try:
            yield Town(
                door=door,
                register=TownRegister(door, keyring, index, clock),
                applications=Applications(keyring, index, index, EVERY_SERVICE),
                codes=CodeMaker(keyring, index, index),
                keyring=keyring,
                numbers=DrawnNumbers(door, custody, index),
                custody=custody,
                clock=clock,
                url=url,
                seed=seed,
                tills=Tills(seed),
                consequences=consequences,
            )
        finally:
            await keys.close()


async def told(town: Town, cases: int, until: datetime | None = None) -> dict[int, Life]:
    return await load(town, range(cases), until=until, progress=lambda done, of: None)


@asynccontextmanager
async def living(town: Town, *lives: Life) -> AsyncIterator[None]:
    """While open, the town acts, the register answers and the read models follow."""
    stop = asyncio.Event()
    projector = Projector(town.url, StoreFeed(town.url, CODEC), REGISTRY.projections)
    town.clock.run()
    running = asyncio.gather(
        projector.run(stop),
        checker.run(town.url, town.door, town.register, stop),
        reactor.run(town.url, CODEC, town.door, stop, CONCERNED),
        Live(replace(town, consequences=None), lives, every_s=EVERY_S, old_rests=OLD_RESTS).run(
            stop
        ),
    )
    try:
        yield
    finally:
        stop.set()
        await running


async def cases_that(connection: Connection, where: str) -> int:
    """How many cases of the town fulfil a condition of SQL."""
    cursor = await connection.execute(
        f"SELECT count(*) FROM projections.caseload WHERE {where}".encode()
    )
    return int((await cursor.fetchall())[0][0])


async def registered(connection: Connection) -> int:
    """How many have come to a window with a number that they had chosen, each with a case more."""
    cursor = await connection.execute(
        "SELECT count(*) FROM stored_events WHERE topic = 'NumberConfirmed'"
    )
    return int((await cursor.fetchall())[0][0])


async def printed(url: str) -> str:
    """The summary of the town, as it is printed."""
    await project(url)
    console = Console(width=110, no_color=True)
    with console.capture() as capture:
        for table in await tables(url):
            console.print(table)
    return capture.get()
