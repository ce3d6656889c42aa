"""Durable appends without HTTP, beside what PostgreSQL itself and other event stores do."""

from collections.abc import Callable, Iterator
from statistics import median
from typing import Final

from cheguan.bench.contest import Contest, Name, copies, ours
from cheguan.bench.emmett import VERSIONS, Emmett, NotInstalled
from cheguan.bench.load import series
from cheguan.bench.machine import describe
from cheguan.bench.report import Check, Ratio, Report, Series, ratio
from cheguan.bench.scratch import Scratch, scratch

FEW: Final = 16
MANY: Final = 256
WARM_UP_S: Final = 1.0
OF_PGBENCH: Final = 0.4
OF_COPY: Final = 0.15
_METHOD: Final = (
    "Ours: the event store in one process, each caller asking again when it is answered; command "
    "log, check of the stream's version, append lock, readability of every event, journal of what "
    "was acknowledged, notices to readers.",
    "Raw COPY: what ours had just stored, in the same batches, by one connection, bytes made "
    "ready beforehand; a table with the same columns and indexes, no command log.",
    "pgbench: its prepared single-row insert of the same bytes into a table with the same columns "
    "and indexes, one commit each, two threads of it.",
    "Application.save: the stock library with its defaults, one new aggregate a save.",
)


def measure(
    *, seconds: float, rounds: int, with_emmett: bool, tell: Callable[[str], None]
) -> Report:
    """Measures everyone in ``rounds`` turns of ``seconds``, after a warm-up of one second."""
    with scratch() as base:
        contest = Contest(base, tell)
        emmett, about_emmett = _emmett(base, contest) if with_emmett else (None, "emmett: left out")
        tell(about_emmett)
        for turn in range(rounds + 1):
            _turn(contest, emmett, seconds if turn else WARM_UP_S)
        checks = (*contest.checks(), *(_emmett_stored(emmett) if emmett else ()))
        machine = describe(base)
    measured = {name: series(str(name), "events", seen) for name, seen in contest.windows.items()}
    size = len(contest.sample.state)
    return Report(
        figure="append: durable appends without HTTP",
        method=(
            f"One submitted V01 of {size:,} bytes, each time as a new stream; {rounds} rounds of "
            f"{seconds:g} s each in turn after {WARM_UP_S:g} s to warm up, a checkpoint before "
            "each; rounds paired; synchronous commit and fsync on.",
            *_METHOD,
            about_emmett,
            *(
                f"Batches of ours with {name.many} callers: {median(sizes):.0f} on average."
                for name, sizes in contest.batches.items()
            ),
        ),
        machine=machine,
        series=tuple(measured.values()),
        ratios=tuple(_ratios(measured)),
        checks=checks,
    )


def _turn(contest: Contest, emmett: Emmett | None, seconds: float) -> None:
    contest.inserts(FEW, seconds)
    contest.ours(FEW, seconds)
    contest.saves(FEW, seconds)
    contest.ours(MANY, seconds)
    if emmett:
        contest.emmett(emmett, FEW, seconds)


def _ratios(measured: dict[Name, Series]) -> Iterator[Ratio]:
    few = measured[ours(FEW)]
    yield ratio(few, measured[Name("pgbench inserts", FEW)], OF_PGBENCH)
    yield ratio(few, measured[copies(FEW)], OF_COPY)
    yield ratio(measured[ours(MANY)], measured[copies(MANY)], OF_COPY)
    for who in ("Application.save", "emmett"):
        if peer := measured.get(Name(who, FEW)):
            yield ratio(few, peer, None)


def _emmett(base: Scratch, contest: Contest) -> tuple[Emmett | None, str]:
    """The peer, if it can be installed. Otherwise its absence is told."""
    try:
        emmett = Emmett(base, contest.sample.body)
    except NotInstalled as reason:
        return None, f"emmett: skipped, {reason}."
    versions = ", ".join(f"{name} {number}" for name, number in VERSIONS.items())
    return emmett, f"emmett: one process of Node, its default pool; {versions}."


def _emmett_stored(emmett: Emmett) -> tuple[Check, ...]:
    stored = emmett.stored()
    return (
        Check(
            text=f"emmett: {emmett.appended:,} acknowledged, {stored:,} stored",
            held=emmett.appended == stored,
        ),
    )
