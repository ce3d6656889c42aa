"""A kind of fault, what is done to inject it, and what came of a run."""

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import msgspec

from cheguan.kafka_broker import KafkaCluster
from tests.faults.aftermath import examine
from tests.faults.arena import Arena
from tests.faults.bench import Bench
from tests.faults.run import arena


@dataclass(frozen=True)
class Scenario:
    """One kind of fault. ``does(arena, n)`` injects ``n`` of it under load.

    ``full`` and ``short`` say how many in each form. 0 leaves the kind out.
    """

    kind: str
    words: str
    does: Callable[[Arena, int], Awaitable[None]]
    full: int
    short: int = 0
    apis: int = 1


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a run. Checks and failures count by invariant; ``again_s`` are seconds."""

    kind: str
    words: str
    faults: int
    submitted: int
    acknowledged: int
    statuses: Mapping[int, int]
    checks: Mapping[str, int]
    failures: Mapping[str, int]
    told: tuple[str, ...]
    again_s: tuple[float, ...]
    slowest_503_s: float
    seconds: float

    @property
    def held(self) -> bool:
        return not self.failures


async def run(
    bench: Bench,
    name: str,
    work: Sequence[tuple[Scenario, int]],
    least: int,
    brokers: KafkaCluster | None = None,
) -> Result:
    """Injects faults of these kinds one after another in one store, then checks everything.

    At least ``least`` submissions are acknowledged.
    """
    started = time.monotonic()
    folder = "".join(c if c.isalnum() else "-" for c in name)
    apis = max(scenario.apis for scenario, _ in work)
    async with arena(bench, folder, apis=apis, brokers=brokers) as place:
        for scenario, faults in work:
            await _inject(place, scenario, faults)
        with suppress(TimeoutError):
            await place.load.reaches(least)
        await examine(place)
        return Result(
            kind=name,
            words=" ".join(scenario.words for scenario, _ in work),
            faults=place.faults,
            submitted=len(place.submitted),
            acknowledged=sum(n for status, n in place.statuses.items() if status // 100 == 2),
            statuses=dict(place.statuses),
            checks=dict(place.checks.count),
            failures=dict(place.checks.failures),
            told=tuple(place.checks.words),
            again_s=tuple(place.recoveries),
            slowest_503_s=max(place.refused_in, default=0.0),
            seconds=time.monotonic() - started,
        )


async def _inject(place: Arena, scenario: Scenario, faults: int) -> None:
    try:
        await scenario.does(place, faults)
    except TimeoutError:
        place.checks.that("R4", False, f"{scenario.kind}: the service did not go on")
    except Exception as broken:  # noqa: BLE001 - the kinds that follow are run all the same
        place.checks.that("R4", False, f"{scenario.kind}: the scenario broke off: {broken!r}")
    for process in (*place.apis, place.projector, place.reactor):
        place.checks.that("R4", process.alive, f"{scenario.kind}: the {process.verb} has died")
    await place.heal()
