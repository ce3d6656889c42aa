"""One process of the service: ``python -m tests.faults.office VERB``.

All of it is the product's own. Only the clock is set from outside, so that no run depends on
the calendar, and the process ends when its standard input ends.
"""

import os
import sys
import time
from collections.abc import Callable, Coroutine, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from cheguan.compose import desk
from cheguan.event_loop import run
from cheguan.registry import REGISTRY
from cheguan.server import serve_until, server
from cheguan.settings import Settings
from cheguan.signals import stop_on_signal
from cheguan.taken_in import take_in
from cheguan.worker import kafka_servers
from domain.aggregates import CODEC
from tests.faults.processes import at_work
from tests.kit.lifeline import end_with_input
from workers import projector, reactor, relay, timekeeper
from workers.concerned import CONCERNED
from workers.timepiece import TownTime

ORIGIN: Final = "FAULTS_ORIGIN"
SHIFT: Final = "FAULTS_SHIFT"
_MORNING: Final = datetime(2020, 3, 2, 21, tzinfo=UTC)
"""05:00 at the office. The clients' forms are valid 19 hours before and after it."""

Clock = Callable[[], datetime]


def set_clock() -> Clock:
    """Sets the clock to that morning, plus what has passed since, plus the shift on file."""
    origin, shift = float(os.environ[ORIGIN]), Path(os.environ[SHIFT])

    def now() -> datetime:
        passed = time.time() - origin + float(shift.read_text(encoding="ascii"))
        return _MORNING + timedelta(seconds=passed)

    return now


async def _api(settings: Settings, url: str, clock: Clock) -> None:
    await serve_until(
        stop_on_signal(),
        server(settings, REGISTRY, lambda: desk(settings, url, clock)),
    )


async def _projector(settings: Settings, url: str, clock: Clock) -> None:
    del settings, clock
    at_work()
    await projector.from_store(url, CODEC, REGISTRY.projections, stop_on_signal())


async def _kafka_projector(settings: Settings, url: str, clock: Clock) -> None:
    del clock
    servers, topic = kafka_servers(settings), settings.kafka_topic
    at_work()
    await projector.from_kafka(url, servers, topic, CODEC, REGISTRY.projections, stop_on_signal())


async def _relay(settings: Settings, url: str, clock: Clock) -> None:
    del clock
    at_work()
    await relay.run(url, kafka_servers(settings), settings.kafka_topic, stop_on_signal())


async def _timekeeper(settings: Settings, url: str, clock: Clock) -> None:
    stop = stop_on_signal()
    async with desk(settings, url, clock) as made:
        at_work()
        await timekeeper.run(url, CODEC, made.door, TownTime(clock), stop)


async def _reactor(settings: Settings, url: str, clock: Clock) -> None:
    stop = stop_on_signal()
    async with desk(settings, url, clock) as made:
        at_work()
        await reactor.run(url, CODEC, made.door, stop, CONCERNED)


async def _inbox(settings: Settings, url: str, clock: Clock) -> None:
    stop = stop_on_signal()
    async with desk(settings, url, clock) as made:
        at_work()
        await take_in(made, stop)


VERBS: Final[Mapping[str, Callable[[Settings, str, Clock], Coroutine[Any, Any, None]]]] = {
    "api": _api,
    "projector": _projector,
    "kafka-projector": _kafka_projector,
    "relay": _relay,
    "timekeeper": _timekeeper,
    "reactor": _reactor,
    "inbox": _inbox,
}


def main(verb: str) -> None:
    """Runs the process of this verb to its end, as its environment says."""
    end_with_input()
    chosen = Settings()
    assert chosen.database_url is not None
    run(VERBS[verb](chosen, chosen.database_url, set_clock()))


if __name__ == "__main__":
    main(sys.argv[1])
