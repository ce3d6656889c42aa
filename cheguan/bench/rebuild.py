"""A long log folded again into each read model: how fast, and in how much memory."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from math import ceil
from multiprocessing import get_context
from typing import Final

from cheguan.bench import library, longlog, readmodels
from cheguan.bench.histories import histories
from cheguan.bench.machine import describe
from cheguan.bench.readmodels import Again
from cheguan.bench.report import Check, Limit, Report, Series, ratio
from cheguan.bench.scratch import scratch
from cheguan.event_loop import run
from cheguan.processes import PROCESSES, in_processes
from cheguan.registry import REGISTRY

OF_LIBRARY: Final = 60.0
SECONDS_A_MILLION: Final = 12.0
MEGABYTES: Final = 300.0
_DECIDED: Final = 60_000


def measure(
    *, events: int, library_events: int, rounds: int, tell: Callable[[str], None]
) -> Report:
    """Measures ``rounds`` rebuilds of each read model, each in processes of its own."""
    with scratch() as base:
        url = base.url
        made = asyncio.run(histories(min(events, _DECIDED)))
        total = longlog.fill(url, made.commands, ceil(events / made.events))
        tell(f"{total:,} events stored")
        log = asyncio.run(readmodels.beginning(url, library_events))
        library.fill(url, log)
        count = len(log)
        del made, log
        readmodels.forget(url)
        complete = run(readmodels.catch_up(url))[0] == total
        theirs: list[float] = []
        again: dict[str, list[Again]] = {name: [] for name in REGISTRY.names}
        for _ in range(rounds):
            theirs.append(count / library.catch_up(url, count))
            tell(f"library's runner: {theirs[-1]:,.0f} events/s")
            for name, done in again.items():
                done.append(_alone(url, name))
                tell(f"{name}: {total / done[-1].seconds:,.0f} events/s")
        machine = describe(base)
    peer = Series(name="the library's runner, one view", unit="events", rates=tuple(theirs))
    ours = {name: _series(name, total, done) for name, done in again.items()}
    peak = {name: max(one.megabytes for one in done) for name, done in again.items()}
    same = all(one.same for done in again.values() for one in done)
    return Report(
        figure=f"rebuild: {total:,} events into one read model",
        method=(
            "Case by case from the log into tables beside the live ones, both digests, swap; "
            f"{PROCESSES} processes fold, one swaps. Memory is the sum of their peaks, with "
            "interpreter and modules; what they share counts once in each.",
            "The log is decided by the domain and repeated with other case ids and references.",
            f"Peer: ProjectionRunner on the first {count:,} events, as it is made.",
        ),
        machine=machine,
        series=(*ours.values(), peer),
        ratios=tuple(ratio(one, peer, OF_LIBRARY) for one in ours.values()),
        limits=(
            *(
                Limit(
                    name=f"a million events into {name}",
                    value=1e6 / one.rate,
                    unit="s",
                    bar=SECONDS_A_MILLION,
                )
                for name, one in ours.items()
            ),
            *(
                Limit(name=f"most memory, {name}", value=size, unit="MB", bar=MEGABYTES)
                for name, size in peak.items()
            ),
        ),
        checks=(
            Check(
                text=f"{total:,} events stored, all folded by the live read models", held=complete
            ),
            Check(text="every rebuilt read model has the digest of the live one", held=same),
        ),
    )


def _series(name: str, total: int, done: list[Again]) -> Series:
    rates = tuple(total / one.seconds for one in done)
    return Series(name=f"rebuild of {name}", unit="events", rates=rates)


def _alone(url: str, name: str) -> Again:
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as process:
        return process.submit(_fold_again, url, name).result()


def _fold_again(url: str, name: str) -> Again:
    folding = in_processes(PROCESSES, REGISTRY.path)
    return run(readmodels.fold_again(url, REGISTRY.projection(name), folding))
