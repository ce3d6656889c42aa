"""The way over Kafka: relay and feed beside kafka-python's own rates, and the delay of a row."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Final

import psycopg

from cheguan.bench import readmodels
from cheguan.bench.histories import histories
from cheguan.bench.kafka_rounds import Round, fresh_topic, one_round
from cheguan.bench.kafka_workers import late, running, shared
from cheguan.bench.machine import describe
from cheguan.bench.report import Check, Limit, Report, Series, percentile, ratio
from cheguan.bench.scratch import Scratch, scratch
from cheguan.event_loop import run
from cheguan.kafka_broker import private_kafka
from domain.event_store.connection import connect
from workers.kafka.record import Stored
from workers.kafka.sent import stored_after
from workers.relay import Relay

OF_BARE: Final = 0.6
LATE_S: Final = 1.0
RATE: Final = 200.0
_WORKERS: Final = (1, 2, 4)


def measure(*, events: int, seconds: float, rounds: int, tell: Callable[[str], None]) -> Report:
    """Measures ``rounds`` of each in turn, then workers side by side, then a steady load."""
    with scratch() as base, private_kafka(base.folder / "kafka") as cluster:
        url, servers = base.url, cluster.bootstrap_servers
        made = asyncio.run(histories(events))
        asyncio.run(readmodels.fill(url, made.commands))
        stored = asyncio.run(_stored(url))
        total = len(stored)
        tell(f"{total:,} events stored")
        done = [one_round(url, servers, stored) for _ in range(rounds)]
        tell(f"relay {total / done[-1].relay:,.0f}, feed {total / done[-1].feed:,.0f} events/s")
        environment = _environment(base, servers)
        run(Relay(url, servers, environment["CHEGUAN_KAFKA_TOPIC"]).catch_up())
        many: dict[int, list[float]] = {workers: [] for workers in _WORKERS}
        for _ in range(rounds):
            for workers, took in many.items():
                readmodels.forget(url)
                took.append(run(shared(url, environment, workers, stored[-1].position)))
                tell(f"{workers} projectors: {total / took[-1]:,.0f} events/s")
        tell(f"{RATE:.0f} submissions/s for {seconds:.0f} s")
        waits = _late(base, servers, seconds)
        machine = describe(base)
    names = Round._fields
    rates = {n: _series(n, [total / getattr(one, n) for one in done]) for n in names}
    both = {
        "bare": _series(
            "bare, alike", [total / (one.produce_alike + one.consume_alike) for one in done]
        ),
        "ours": _series("ours", [total / (one.relay + one.feed) for one in done]),
    }
    shares = {n: _series(f"{n} projectors", [total / took for took in many[n]]) for n in many}
    p99 = percentile(waits, 99)
    return Report(
        figure=f"kafka: {total:,} events over the topic, one broker",
        method=(
            "produce, consume: kafka-python alone, the same values and keys, acks=all, "
            "idempotent, five requests in flight.",
            "…_alike: the same with the headers of ours, made beforehand.",
            "relay: from the store with headers, a batch acknowledged and the position saved "
            "before the next; feed: polled, links and hashes checked, decoded.",
            "project: fed into all read models, rows and positions in one transaction a batch.",
            "projectors: processes of one group, from when all have joined.",
        ),
        machine=machine,
        series=(
            *rates.values(),
            *shares.values(),
            Series(
                name=f"rows at {RATE:.0f} submissions/s",
                unit="commands",
                rates=(RATE,),
                p50_ms=percentile(waits, 50) * 1000,
                p99_ms=p99 * 1000,
            ),
        ),
        ratios=(
            ratio(rates["relay"], rates["produce"], None),
            ratio(rates["feed"], rates["consume"], None),
            ratio(both["ours"], both["bare"], OF_BARE),
            ratio(rates["relay"], rates["produce_alike"], OF_BARE),
            ratio(rates["feed"], rates["consume_alike"], OF_BARE),
            ratio(shares[2], shares[1], 1.0),
            ratio(shares[4], shares[1], 1.0),
        ),
        limits=(Limit(name="p99 event to row", value=p99 * 1000, unit="ms", bar=LATE_S * 1000),),
        checks=(Check(text="every command of the steady load has its rows", held=bool(waits)),),
    )


def _late(base: Scratch, servers: str, seconds: float) -> list[float]:
    """Measures the delay of rows, in the same database and with other cases."""
    environment = _environment(base, servers)
    url = base.url
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("TRUNCATE stored_events, command_log, relay_position")
    readmodels.forget(url)
    made = asyncio.run(histories(int(seconds * RATE) * 3))
    commands = made.commands[: int(seconds * RATE)]
    with running(environment, ("relay",), ("projector", "--feed", "kafka")):
        return run(late(url, commands, RATE))


async def _stored(url: str) -> list[Stored]:
    connection = await connect(url)
    try:
        return list(await stored_after(connection, 0, 10_000_000))
    finally:
        await connection.close()


def _environment(base: Scratch, servers: str) -> Mapping[str, str]:
    topic = fresh_topic(servers)
    kafka = {"KAFKA_BOOTSTRAP_SERVERS": servers, "CHEGUAN_KAFKA_TOPIC": topic}
    return base.environment() | kafka


def _series(name: str, rates: list[float]) -> Series:
    return Series(name=name, unit="events", rates=tuple(rates))
