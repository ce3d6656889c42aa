"""A kind of fault, what is done to inject it, and what came of a run."""

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import msgspec

from tests.faults.aftermath import examine
from tests.faults.arena import Arena, arena
from tests.faults.bench import Bench


@dataclass(frozen=True)
class Scenario:
    """``does(arena, n)`` injects ``n`` faults of one kind under load.

    ``full`` and ``short`` say how many in each form; 0 leaves the kind out.
    """

    kind: str
    words: str
    does: Callable[[Arena, int], Awaitable[None]]
    full: int
    short: int = 0
    apis: int = 1


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """``checks`` and ``failures`` count by invariant; ``again_s`` are times to recover."""

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


async def run(bench: Bench, scenario: Scenario, faults: int, least: int) -> Result:
    """One run with at least ``least`` acknowledged submissions, then every check."""
    started = time.monotonic()
    name = "".join(c if c.isalnum() else "-" for c in scenario.kind)
    async with arena(bench, name, apis=scenario.apis) as place:
        await scenario.does(place, faults)
        await place.heal()
        await place.load.reaches(least)
        await examine(place)
        return Result(
            kind=scenario.kind,
            words=scenario.words,
            faults=place.faults,
            submitted=place.load.submitted,
            acknowledged=place.load.acknowledged,
            statuses=dict(place.statuses),
            checks=dict(place.checks.count),
            failures=dict(place.checks.failures),
            told=tuple(place.checks.words),
            again_s=tuple(place.recoveries),
            slowest_503_s=max(place.refused_in, default=0.0),
            seconds=time.monotonic() - started,
        )
