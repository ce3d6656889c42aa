"""``cheguan demo``: a database, the API, the workers and a simulated town in one process tree."""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

import psycopg
from rich.console import Console

from api.desk import Desk
from cheguan.bank_child import bank_beside, ledger_of
from cheguan.bank_client import payer_of
from cheguan.bank_history import hand_over
from cheguan.bench.footprint import ended_megabytes
from cheguan.carrier_child import carriers_beside
from cheguan.carrier_ways import enquire
from cheguan.children import Followers, read_model_workers, running
from cheguan.compose import desk, home_issuer
from cheguan.event_loop import run
from cheguan.listeners import check_ports
from cheguan.notices import send_notices
from cheguan.post_settlement import pay_over_weekly
from cheguan.register import react
from cheguan.registry import REGISTRY
from cheguan.server import serve_until, server
from cheguan.settings import Settings, check_identities
from cheguan.signals import stop_on_signal
from cheguan.sms import send_messages
from cheguan.story import Story, folded, followed, passed, town_of
from cheguan.surroundings import check_addresses, check_folders
from cheguan.taken_in import take_in
from cheguan.town.clock import LOADED, TownClock
from cheguan.town.life import Life
from cheguan.town.live import Live
from cheguan.town.numbering import of_so_many, of_the_announcement
from cheguan.town.stored_clock import StoredClock
from cheguan.town.summary import tables
from cheguan.town.town import Town
from cheguan.town_store import town_store
from cheguan.webhooks import send_webhooks
from cheguan.welcome import welcome
from cheguan.worker_kinds import FeedKind
from domain.case.review.events import RegisterChangesOrdered
from domain.event_store.connection import connect
from domain.event_store.service_clock import LAST_INSTANT, OutOfRange
from domain.reactions import declared
from workers import (
    case_handlers,
    checker,
    deadline_warnings,
    draft_sweep,
    holidays,
    prover,
    ranker,
    slipped_dates,
    timekeeper,
    upload_sweep,
)
from workers.draws import timetable
from workers.draws.custody import SeedCustody
from workers.notices.reminder_rounds import ReminderRounds
from workers.timepiece import TownTime

DEFAULT_CASES: Final = 2000
_CATCH_UP_S: Final = 120.0


@dataclass(frozen=True, slots=True)
class Demo:
    """A story of so many cases, or of the announcement at a scale. It follows from its seed.

    A town that stays goes on ``at`` an instant, if one is given, and ``speed`` times as fast as
    the wall clock. By a seed of ``chaos`` callbacks of its carriers come late, twice or never.
    """

    cases: int
    seed: int
    out: Console
    scale: float | None = None
    feed: FeedKind = FeedKind.STORE
    at: datetime | None = None
    speed: float | None = None
    chaos: int = 0

    def once(self) -> int:
        """Tells the story to its end, in a database of its own, and prints the summary."""
        with tempfile.TemporaryDirectory(prefix="cheguan-once-") as folder:
            data = Path(folder)
            settings = Settings(demo=True, secrets_dir=data / "secrets", known_dir=data / "known")
            with (
                town_store(settings, data) as url,
                read_model_workers(self.feed, settings, url, REGISTRY, data) as workers,
            ):
                return run(self._once(settings, url, workers))

    def stay(self) -> int:
        """Tells the story once, then goes on living until Ctrl-C."""
        settings = Settings(demo=True)
        check_identities(settings)
        if self.at is not None and not LOADED <= self.at <= LAST_INSTANT:
            raise OutOfRange(LOADED)
        check_ports(settings)
        check_addresses(settings)
        check_folders(settings)
        self.out.print("Starting the database …")
        with (
            town_store(settings) as url,
            read_model_workers(self.feed, settings, url, REGISTRY) as workers,
            bank_beside(settings) as bank,
            carriers_beside(bank.settings, self.chaos) as carriers,
        ):
            beside = [bank.process, *carriers.processes]
            followers = Followers(workers.meanwhile, [*workers.afterwards, *beside])
            return run(self._stay(carriers.settings, url, followers))

    async def _once(self, settings: Settings, url: str, workers: Followers) -> int:
        clock, began = TownClock(), time.monotonic()
        async with desk(settings, url, clock) as made:
            async with running(workers.meanwhile):
                await self._story(made, clock, url).load(until=None)
            async with running(workers.afterwards):
                await followed(made, url)
                await folded(made, url)
                await passed(made, url)
                seconds = time.monotonic() - began
                for table in await tables(url):
                    self.out.print(table)
        Console(stderr=True).print(
            f"The story was told and folded after {seconds:,.0f} s. "
            f"The largest worker took {ended_megabytes():,.0f} MB at most."
        )
        return 0

    async def _stay(self, settings: Settings, url: str, workers: Followers) -> int:
        clock, stop, home = TownClock(), stop_on_signal(), home_issuer(settings, url)
        async with desk(settings, url, clock, home=home) as made:
            stored = made.demo_clock
            assert isinstance(stored, StoredClock)
            before = await _last_instant(url)
            lives: list[Life] = []
            if before is None:
                story = self._story(made, clock, url)
                async with running(workers.meanwhile):
                    loading = asyncio.ensure_future(story.load(until=LOADED))
                    stopping = asyncio.ensure_future(stop.wait())
                    await asyncio.wait({loading, stopping}, return_when=asyncio.FIRST_COMPLETED)
                    stopping.cancel()
                if not loading.done():
                    loading.cancel()
                    return 0
                lives = list(loading.result().values())
                await hand_over(url, made.codec, ledger_of(settings), settings.local_address)
            async with running(workers.afterwards):
                if before is None:
                    await folded(made, url)
                await stored.begin(max(before or LOADED, LOADED), self.at, self.speed)
                try:
                    async with payer_of(settings, made.bank_port) as payer:
                        town = town_of(made, made.door, clock, url, self.seed)
                        town = replace(town, payer=payer)
                        await self._live(settings, made, town, lives, stop)
                finally:
                    with suppress(psycopg.Error, OSError):
                        await stored.set(None, None)
        return 0

    async def _live(
        self,
        settings: Settings,
        made: Desk,
        town: Town,
        lives: list[Life],
        stop: asyncio.Event,
    ) -> None:
        @asynccontextmanager
        async def opened() -> AsyncIterator[Desk]:
            yield made

        serving = server(settings, REGISTRY, opened)
        outcomes = [d.name for d in declared(made.codec) if d.reaction.on is RegisterChangesOrdered]
        watch = TownTime(made.clock)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(serve_until(stop, serving))
            tasks.create_task(timekeeper.run(town.url, made.codec, made.door, watch, stop))
            tasks.create_task(deadline_warnings.run(town.url, made.door, watch, stop))
            tasks.create_task(case_handlers.run(town.url, made.door, watch, stop))
            tasks.create_task(slipped_dates.run(town.url, made.door, watch, stop))
            rounds = ReminderRounds(made.door, made.keyring, made.names)
            tasks.create_task(rounds.run(town.url, watch, stop))
            tasks.create_task(holidays.run(town.url, made.door, stop))
            tasks.create_task(ranker.run(town.url, made.door, stop))
            proven = REGISTRY.projections
            tasks.create_task(prover.run(town.url, proven, made.codec, made.clock, stop))
            vault_url = settings.vault_database_url or town.url
            tasks.create_task(upload_sweep.run(town.url, vault_url, made.codec, made.custody, stop))
            tasks.create_task(draft_sweep.run(vault_url, stop))
            custody = SeedCustody(made.door, made.keyring)
            tasks.create_task(timetable.run(town.url, custody, made.clock, stop))
            tasks.create_task(react(settings, town.url, made, stop))
            tasks.create_task(send_messages(settings, town.url, made, stop))
            tasks.create_task(send_notices(settings, town.url, made, stop))
            tasks.create_task(send_webhooks(settings, town.url, made, stop))
            tasks.create_task(take_in(made, stop))
            tasks.create_task(pay_over_weekly(made, town.url, stop))
            tasks.create_task(enquire(settings, town.url, made, stop))
            tasks.create_task(checker.run(town.url, made.door, town.register, stop, outcomes))
            tasks.create_task(Live(town, lives, carried=bool(made.carriers)).run(stop))
            await serving.up.wait()
            if serving.started:
                welcome(self.out, settings, made.clock())

    def _story(self, made: Desk, clock: TownClock, url: str) -> Story:
        scale = self.scale
        numbers = of_so_many(self.cases) if scale is None else of_the_announcement(scale)
        return Story(made, clock, url, self.seed, numbers, self.out)


async def _last_instant(url: str) -> datetime | None:
    """When the last thing happened in a town that was loaded before."""
    connection = await connect(url)
    try:
        cursor = await connection.execute("SELECT max(updated_at) FROM projections.tracking")
        found: datetime | None = (await cursor.fetchall())[0][0]
        return found
    finally:
        await connection.close()
