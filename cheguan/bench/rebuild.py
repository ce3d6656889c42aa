"""A long log folded again into each read model: how fast, and in how much memory."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from math import ceil
from multiprocessing import get_context
from pathlib import Path
from typing import Final, NamedTuple

from cheguan.bench import library, longlog, readmodels
from cheguan.bench.histories import histories
from cheguan.bench.machine import describe
from cheguan.bench.report import Check, Ratio, Report, Series, ratio
from cheguan.bench.scratch import scratch
from cheguan.looping import run
from projections.registry import PROJECTIONS

OF_LIBRARY: Final = 100.0
A_SECOND: Final = 100_000
MEGABYTES: Final = 300
_DECIDED: Final = 60_000


class _Again(NamedTuple):
    same: bool
    seconds: float
    megabytes: float


def measure(
    *, events: int, library_events: int, rounds: int, tell: Callable[[str], None]
) -> Report:
    """``rounds`` rebuilds of each read model, each in a process of its own."""
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
        again: dict[str, list[_Again]] = {name: [] for name in PROJECTIONS}
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
            "a process each, its peak memory with interpreter and modules.",
            "The log is decided by the domain and repeated with other case ids and references.",
            f"Peer: ProjectionRunner on the first {count:,} events, as it is made.",
            *(f"{name}: at most {size:.0f} MB" for name, size in peak.items()),
        ),
        machine=machine,
        series=(*ours.values(), peer),
        ratios=(
            *(ratio(f"{n} / the library's runner", s, peer, OF_LIBRARY) for n, s in ours.items()),
            *(_of(f"{n} / {A_SECOND:,} a second", s.rates, A_SECOND) for n, s in ours.items()),
            *(_of(f"{MEGABYTES} MB / {n}", [MEGABYTES], peak[n]) for n in ours),
        ),
        checks=(
            Check(
                text=f"{total:,} events stored, all folded by the live read models", held=complete
            ),
            Check(text="every rebuilt read model has the digest of the live one", held=same),
        ),
    )


def _of(name: str, values: list[float] | tuple[float, ...], whole: float) -> Ratio:
    return Ratio(name=name, values=tuple(value / whole for value in values), bar=1.0)


def _series(name: str, total: int, done: list[_Again]) -> Series:
    rates = tuple(total / one.seconds for one in done)
    return Series(name=f"rebuild of {name}", unit="events", rates=rates)


def _alone(url: str, name: str) -> _Again:
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as process:
        return process.submit(_fold_again, url, name).result()


def _fold_again(url: str, name: str) -> _Again:
    same, seconds = run(readmodels.fold_again(url, PROJECTIONS[name]))
    return _Again(same, seconds, _peak_megabytes())


def _peak_megabytes() -> float:
    """Of this program alone; what ``getrusage`` says includes the process it was started by."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:"))
