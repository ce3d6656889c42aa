"""One run: a fresh store, the service in its processes, clients and a witness, then the checks."""

import asyncio
import random
import secrets
import signal
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from uuid import UUID

from cheguan.kafka_broker import KafkaCluster
from domain.event_store.log import LAST_POSITION
from projections.registry import PROJECTIONS
from tests.faults.bench import Bench
from tests.faults.checks import Checks
from tests.faults.cluster import Cluster, count
from tests.faults.journal import Journal, Line
from tests.faults.load import CLIENTS, Load
from tests.faults.office import ORIGIN, SHIFT
from tests.faults.orders import Orders, Step
from tests.faults.processes import Process, free_port
from tests.faults.proxy import Proxy, proxy_to
from tests.faults.witness import Witness
from tests.kit.waiting import until
from workers.kafka.topic import create

AGAIN_WITHIN_S: Final = 5.0
_SEEN_WITHIN_S: Final = 20.0
_FOLDED_WITHIN_S: Final = 60.0
"""A projector that sleeps in its transaction holds up another for half a minute."""
_SLOWEST: Final = f"""
SELECT CASE count(*) WHEN {len(PROJECTIONS)} THEN min(position) ELSE 0 END
FROM projections.standing"""
_BESIDE_KAFKA: Final = 2
"""How many clients there are when most of a run waits for Kafka."""


@dataclass
class Kafka:
    """The brokers, the topic and the relay of a run whose read models follow Kafka.

    The topic ``lacks_records`` once some were deleted on purpose. Once it was ``made_again``
    under a relay at work, a later batch may stand in the new one before an earlier one that is
    sent again: the broker counts a producer's batches anew with each topic.
    """

    cluster: KafkaCluster
    topic: str
    relay: Process
    lacks_records: bool = False
    made_again: bool = False


@dataclass
class Arena:
    """What a scenario may break. ``url`` goes past the proxy."""

    cluster: Cluster
    url: str
    proxy: Proxy
    apis: list[Process]
    projector: Process
    timekeeper: Process
    load: Load
    witness: Witness
    journal: Journal
    orders: Orders
    random: random.Random
    patience: float
    folder: Path
    checks: Checks = field(default_factory=Checks)
    faults: int = 0
    recoveries: list[float] = field(default_factory=list)
    kafka: Kafka | None = None
    refused_in: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    submitted: set[UUID] = field(default_factory=set)

    @property
    def api(self) -> Process:
        return self.apis[0]

    @property
    def processes(self) -> list[Process]:
        relays = [self.kafka.relay] if self.kafka else []
        return [*self.apis, self.projector, self.timekeeper, *relays]

    def struck(self, happened: bool = True, words: str = "no fault was injected") -> None:
        """Counts a fault. One that did not happen fails the run."""
        self.faults += happened
        if not happened:
            self.checks.that("R4", False, f"bench: {words}")

    async def seen(
        self, happened: Callable[[], bool], words: str = "no fault was injected"
    ) -> None:
        """Counts a fault if it is seen to happen within the time that the bench gives it."""
        with suppress(TimeoutError):
            await until(lambda: _soon(happened), _SEEN_WITHIN_S)
        self.struck(happened(), words)

    async def kill_at(self, worker: Process, point: str) -> None:
        """Kills a process by ``kill -9``: a new one at a fail point, or this one at any moment."""
        if not point:
            await self.load.more(self.random.randrange(1, 80))
            await worker.kill()
            self.struck()
            return
        await worker.kill()
        worker.start(f"{point}:kill@{self.random.randrange(1, 6)}")
        with suppress(TimeoutError):
            await worker.ended()
        self.struck(not worker.alive, f"{point} was not reached")

    async def folded(self, within_s: float = _FOLDED_WITHIN_S) -> int:
        """Waits until every read model has the last event there is, and returns its position."""
        here = await count(self.url, LAST_POSITION)

        async def reached() -> bool:
            return await count(self.url, _SLOWEST) >= here

        await until(reached, within_s)
        return here

    def set_clocks(self, service: float, timekeeper: float | None = None) -> None:
        """Sets the clocks so many seconds from the true time. The timekeeper may have its own."""
        other = service if timekeeper is None else timekeeper
        shifts = {"shift": service, "timekeeper-shift": other}
        for name, seconds in shifts.items():
            fresh = self.folder / f"{name}.new"
            fresh.write_text(str(seconds), encoding="ascii")
            fresh.replace(self.folder / name)

    async def answers_again(self, since: float, within_s: float = AGAIN_WITHIN_S) -> None:
        """Checks R4: the first acknowledgement after ``since`` (monotonic) comes in time."""
        try:
            took = await self.load.again_after(since)
        except TimeoutError:
            took = float("inf")
        self.recoveries.append(took)
        self.in_time(took, within_s, "answered again")

    def note(self, answer: Line) -> None:
        """Counts an answer. A submission counts once, however often it is acknowledged."""
        self.statuses[answer.status] += 1
        if answer.status == 503:
            self.refused_in.append(answer.seconds)
        elif answer.step == Step.SUBMIT and answer.status // 100 == 2:
            self.submitted.add(answer.command)

    def in_time(self, took: float, within_s: float, words: str) -> None:
        """Checks R4 for something that ``took`` so many seconds."""
        held = took <= within_s * self.patience
        self.checks.that("R4", held, f"{words} after {took:.1f} s")

    async def heal(self) -> None:
        """Mends everything that was broken, and starts every process that should run."""
        self.proxy.heal()
        self.set_clocks(0.0)
        for process in self.processes:
            if process.alive:
                process.send(signal.SIGCONT)
            elif process is not self.timekeeper:
                process.start()
        for api in self.apis:
            await api.up()


async def _soon(happened: Callable[[], bool]) -> bool:
    return happened()


@asynccontextmanager
async def arena(
    bench: Bench, name: str, *, apis: int = 1, brokers: KafkaCluster | None = None
) -> AsyncIterator[Arena]:
    """Brings everything up and under load, while the context is open."""
    folder = bench.folder / name
    folder.mkdir()
    chosen = random.Random(f"{bench.seed} {name}")
    async with bench.cluster.database() as url, proxy_to(url) as proxy:
        surroundings = {
            **dict.fromkeys(("VAULT_DATABASE_URL", "CHEGUAN_ISSUER", "CHEGUAN_JWKS_URL"), ""),
            "DATABASE_URL": proxy.url,
            "CHEGUAN_SECRETS_DIR": str(bench.secrets),
            "CHEGUAN_KNOWN_DIR": str(folder / "known"),
            "CHEGUAN_DEMO": "1",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            ORIGIN: str(time.time()),
            SHIFT: str(folder / "shift"),
        }
        if brokers:
            surroundings |= await _topic(brokers)
        by_itself = {**surroundings, SHIFT: str(folder / "timekeeper-shift")}
        nursery = bench.nursery
        servers = [
            Process(nursery, "api", surroundings, folder / f"api{number}.log", free_port(chosen))
            for number in range(apis)
        ]
        journal, witness = Journal(folder / "journal.jsonl"), Witness(url)
        made = Arena(
            cluster=bench.cluster,
            url=url,
            proxy=proxy,
            apis=servers,
            projector=Process(
                nursery,
                "kafka-projector" if brokers else "projector",
                surroundings,
                folder / "projector.log",
            ),
            timekeeper=Process(nursery, "timekeeper", by_itself, folder / "timekeeper.log"),
            load=Load(
                journal,
                bench.orders,
                lambda: [p.port for p in servers],
                bench.seed,
                _BESIDE_KAFKA if brokers else CLIENTS,
            ),
            witness=witness,
            journal=journal,
            orders=bench.orders,
            random=chosen,
            patience=bench.patience,
            folder=folder,
            kafka=None
            if brokers is None
            else Kafka(
                brokers,
                surroundings["CHEGUAN_KAFKA_TOPIC"],
                Process(nursery, "relay", surroundings, folder / "relay.log"),
            ),
        )
        made.set_clocks(0.0)
        try:
            for process in made.processes:
                if process is not made.timekeeper:
                    process.start()
            await asyncio.gather(*(server.up() for server in servers))
            witness.start()
            made.load.start()
            yield made
        finally:
            await made.load.abandon()
            await witness.abandon()
            for process in made.processes:
                process.reap()
            journal.close()


async def _topic(brokers: KafkaCluster) -> dict[str, str]:
    """Makes a topic of this run alone, and names it in the environment."""
    topic = f"cheguan.run.{secrets.token_hex(4)}"
    await asyncio.to_thread(create, brokers.bootstrap_servers, topic)
    return {
        "KAFKA_BOOTSTRAP_SERVERS": brokers.bootstrap_servers,
        "CHEGUAN_KAFKA_TOPIC": topic,
    }
