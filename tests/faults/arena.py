"""One run: a fresh store, the service in its processes, clients, a witness; then the checks."""

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

from cheguan.kafka_broker import KafkaCluster
from tests.faults.bench import Bench
from tests.faults.checks import Checks
from tests.faults.cluster import Cluster
from tests.faults.journal import Journal
from tests.faults.load import CLIENTS, Load
from tests.faults.office import ORIGIN, SHIFT
from tests.faults.orders import Orders
from tests.faults.processes import Process, free_port
from tests.faults.proxy import Proxy, proxy_to
from tests.faults.witness import Witness
from tests.waiting import until
from workers.kafka.topic import create

AGAIN_WITHIN_S: Final = 5.0
_SEEN_WITHIN_S: Final = 20.0
_BESIDE_KAFKA: Final = 2
"""Clients, where most of a run is waiting for Kafka."""


@dataclass
class Kafka:
    """The brokers, the topic and the relay of a run whose read models follow Kafka.

    The topic ``lacks_records`` once some were deleted on purpose.
    """

    cluster: KafkaCluster
    topic: str
    relay: Process
    lacks_records: bool = False


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
    shift_file: Path
    checks: Checks = field(default_factory=Checks)
    faults: int = 0
    shifted: float = 0.0
    recoveries: list[float] = field(default_factory=list)
    kafka: Kafka | None = None
    refused_in: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    @property
    def api(self) -> Process:
        return self.apis[0]

    @property
    def processes(self) -> list[Process]:
        relays = [self.kafka.relay] if self.kafka else []
        return [*self.apis, self.projector, self.timekeeper, *relays]

    def struck(self, happened: bool = True, words: str = "no fault was injected") -> None:
        """One fault more. A fault that did not happen fails the run."""
        self.faults += happened
        if not happened:
            self.checks.that("R4", False, f"bench: {words}")

    async def seen(
        self, happened: Callable[[], bool], words: str = "no fault was injected"
    ) -> None:
        """One fault more, if it is seen to happen within the time the bench gives it."""
        with suppress(TimeoutError):
            await until(lambda: _soon(happened), _SEEN_WITHIN_S)
        self.struck(happened(), words)

    def jump(self, seconds: float) -> None:
        """The clock of the service goes forward, or back, by so much."""
        self.shifted += seconds
        fresh = self.shift_file.with_suffix(".new")
        fresh.write_text(str(self.shifted), encoding="ascii")
        fresh.replace(self.shift_file)

    async def answers_again(self, since: float, within_s: float = AGAIN_WITHIN_S) -> None:
        """R4: the first acknowledgement after ``since`` (monotonic) comes in time."""
        try:
            took = await self.load.again_after(since)
        except TimeoutError:
            took = float("inf")
        self.recoveries.append(took)
        self.checks.that("R4", took <= within_s, f"answered again after {took:.1f} s")

    async def heal(self) -> None:
        """Everything that was broken works, every process that should run does."""
        self.proxy.heal()
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
    """Everything up and under load; on leaving everything is down."""
    folder = bench.folder / name
    folder.mkdir()
    chosen = random.Random(f"{bench.seed} {name}")
    shift = folder / "shift"
    shift.write_text("0", encoding="ascii")
    async with bench.cluster.database() as url, proxy_to(url) as proxy:
        surroundings = {
            "DATABASE_URL": proxy.url,
            "CHEGUAN_SECRETS_DIR": str(bench.secrets),
            "CHEGUAN_KNOWN_DIR": str(folder / "known"),
            "CHEGUAN_DEMO": "1",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            ORIGIN: str(time.time()),
            SHIFT: str(shift),
        }
        if brokers:
            surroundings |= await _topic(brokers)
        nursery = bench.nursery
        servers = [
            Process(
                bench.nursery, "api", surroundings, folder / f"api{number}.log", free_port(chosen)
            )
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
            timekeeper=Process(
                bench.nursery, "timekeeper", surroundings, folder / "timekeeper.log"
            ),
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
            shift_file=shift,
            kafka=None
            if brokers is None
            else Kafka(
                brokers,
                surroundings["CHEGUAN_KAFKA_TOPIC"],
                Process(nursery, "relay", surroundings, folder / "relay.log"),
            ),
        )
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
    """A topic of this run alone, as the environment names it."""
    topic = f"cheguan.run.{secrets.token_hex(4)}"
    await asyncio.to_thread(create, brokers.bootstrap_servers, topic)
    return {
        "KAFKA_BOOTSTRAP_SERVERS": brokers.bootstrap_servers,
        "CHEGUAN_KAFKA_TOPIC": topic,
    }
