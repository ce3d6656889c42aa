"""One run brought up: a fresh store, the service in its processes, clients and a witness."""

import asyncio
import random
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from cheguan.kafka_broker import KafkaCluster
from tests.faults.arena import Arena, Kafka
from tests.faults.bench import Bench
from tests.faults.calling_bank import CallingBank
from tests.faults.journal import Journal
from tests.faults.load import CLIENTS, Load
from tests.faults.office import ORIGIN, SHIFT
from tests.faults.processes import Process, free_port
from tests.faults.proxy import proxy_to
from tests.faults.witness import Witness
from workers.kafka.topic import create

_BESIDE_KAFKA: Final = 2
"""How many clients there are when most of a run waits for Kafka."""


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
            "CHEGUAN_RATES_TIMES": "1000000",
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
            reactor=Process(nursery, "reactor", surroundings, folder / "reactor.log"),
            inbox=Process(nursery, "inbox", surroundings, folder / "inbox.log"),
            bank=CallingBank(bench.secrets, chosen),
            load=Load(
                journal,
                bench.errands,
                lambda: [p.port for p in servers],
                bench.seed,
                _BESIDE_KAFKA if brokers else CLIENTS,
            ),
            witness=witness,
            journal=journal,
            errands=bench.errands,
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
            for process in made.standing:
                process.start()
            await asyncio.gather(*(process.up() for process in made.standing))
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
