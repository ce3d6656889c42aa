"""What a scenario may break, and how it waits for the service to come back."""

import asyncio
import random
import signal
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from uuid import UUID

from cheguan.kafka_broker import KafkaCluster
from cheguan.registry import REGISTRY
from domain.event_store.log import LAST_POSITION
from tests.faults.calling_bank import CallingBank
from tests.faults.checks import Checks
from tests.faults.cluster import Cluster, count
from tests.faults.errands import Errands, Step
from tests.faults.journal import Journal, Line
from tests.faults.load import Load
from tests.faults.processes import Process
from tests.faults.proxy import Proxy
from tests.faults.witness import Witness
from tests.kit.waiting import until

AGAIN_WITHIN_S: Final = 5.0
_SEEN_WITHIN_S: Final = 20.0
_FOLDED_WITHIN_S: Final = 60.0
"""A projector that sleeps in its transaction holds up another for half a minute."""
_SLOWEST: Final = f"""
SELECT CASE count(*) WHEN {len(REGISTRY.projections)} THEN min(position) ELSE 0 END
FROM projections.standing"""


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
    """What a scenario may break. ``url`` goes past the proxy.

    ``begun`` are cases of its own, of which no client has a line in the journal.
    """

    cluster: Cluster
    url: str
    proxy: Proxy
    apis: list[Process]
    projector: Process
    timekeeper: Process
    reactor: Process
    inbox: Process
    bank: CallingBank
    load: Load
    witness: Witness
    journal: Journal
    errands: Errands
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
    begun: set[UUID] = field(default_factory=set)

    @property
    def api(self) -> Process:
        return self.apis[0]

    @property
    def standing(self) -> list[Process]:
        """Those that always run. All others run as long as a scenario needs them."""
        relays = [self.kafka.relay] if self.kafka else []
        return [*self.apis, self.projector, self.reactor, *relays]

    @property
    def processes(self) -> list[Process]:
        return [*self.standing, self.timekeeper, self.inbox]

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
            elif process in self.standing:
                process.start()
        await asyncio.gather(*(process.up() for process in self.processes if process.alive))


async def _soon(happened: Callable[[], bool]) -> bool:
    return happened()
