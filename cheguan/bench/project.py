"""Events a second into all read models, beside the library's own runner on the same events."""

import asyncio
import gc
from collections.abc import Callable, Iterator, Sequence
from typing import Final
from uuid import UUID

from cheguan.bench import library, readmodels
from cheguan.bench.histories import histories
from cheguan.bench.machine import describe
from cheguan.bench.report import Check, Limit, Machine, Report, Series, ratio
from cheguan.bench.scratch import scratch
from cheguan.event_loop import run
from cheguan.registry import REGISTRY
from domain.event_store.pending import Pending
from projections.engine.parts import one_by_one
from projections.engine.projector import BATCH

OF_LIBRARY: Final = 20.0
A_SECOND: Final = 25_000.0


def measure(
    *, events: int, library_events: int, rounds: int, tell: Callable[[str], None]
) -> Report:
    """Measures ``rounds`` catch-ups of each in turn. The library's folds the first part only."""
    with scratch() as base:
        url = base.url
        made = asyncio.run(histories(events))
        tell(f"{made.events:,} events of {made.cases:,} cases decided")
        asyncio.run(readmodels.fill(url, made.commands))
        cases_a_batch = _cases_a_batch(made.commands)
        log = asyncio.run(readmodels.beginning(url, library_events))
        size = library.fill(url, log)
        count, total = len(log), made.events
        del made, log
        ours: list[float] = []
        theirs: list[float] = []
        again: dict[str, list[float]] = {name: [] for name in REGISTRY.names}
        complete = same = True
        for _ in range(rounds):
            gc.collect()
            theirs.append(count / library.catch_up(url, count))
            tell(f"library's runner: {theirs[-1]:,.0f} events/s")
            readmodels.forget(url)
            folded, seconds = run(readmodels.catch_up(url))
            ours.append(folded / seconds)
            complete = complete and folded == total
            tell(f"ours, all read models: {ours[-1]:,.0f} events/s")
            for projection in REGISTRY.projections:
                done = run(readmodels.fold_again(url, projection, one_by_one))
                again[projection.name].append(total / done.seconds)
                same = same and done.same
        machine = describe(base)
    return _report(
        machine,
        ours=_series("ours, all read models", ours),
        theirs=_series("the library's runner, one view", theirs),
        again=[_series(f"rebuild of {name}", rates) for name, rates in again.items()],
        checks=(
            Check(text=f"{total:,} events stored, all folded in every round", held=complete),
            Check(text="every rebuilt read model has the digest of the live one", held=same),
        ),
        method=(
            f"{total:,} events of the three services in the order of time, decided by the domain; "
            f"a batch of {BATCH:,} touches {cases_a_batch:,} cases on average.",
            f"Ours: {len(REGISTRY.projections)} read models with their figures, from position 0, "
            "rows and position in one transaction a batch.",
            f"Peer: ProjectionRunner on the first {count:,} of the same events (about {size:,} "
            "bytes each), one view with one row a case, one commit an event, as it is made.",
            "Both in turn in one process, rounds paired; synchronous commit and fsync on.",
        ),
    )


def _report(
    machine: Machine,
    *,
    ours: Series,
    theirs: Series,
    again: Sequence[Series],
    checks: tuple[Check, ...],
    method: tuple[str, ...],
) -> Report:
    return Report(
        figure="project: events a second into all read models",
        method=method,
        machine=machine,
        series=(ours, theirs, *again),
        ratios=(ratio(ours, theirs, OF_LIBRARY),),
        limits=(
            Limit(
                name="by one process",
                value=ours.rate,
                unit="events/s",
                bar=A_SECOND,
                at_least=True,
            ),
        ),
        checks=checks,
    )


def _series(name: str, rates: Sequence[float]) -> Series:
    return Series(name=name, unit="events", rates=tuple(rates))


def _cases_a_batch(commands: Sequence[Pending]) -> int:
    streams = list(_streams(commands))
    batches = [streams[first : first + BATCH] for first in range(0, len(streams), BATCH)]
    return sum(len(set(batch)) for batch in batches) // len(batches)


def _streams(commands: Sequence[Pending]) -> Iterator[UUID]:
    """The stream of every event, in the order of the log."""
    for pending in commands:
        for write in pending.writes:
            for _ in write.envelopes:
                yield write.stream
