"""Writes ``docs/TRUST.md``: each promise with its invariant, its test, its count and last run."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from tests.faults.checks import PROMISES
from tests.faults.scenario import Result

TESTS: Final[Mapping[str, str]] = {
    "I1": "`invariants.acknowledged`, `aftermath.all_and_no_more`",
    "I2": "`invariants.settled`, `invariants.refused`",
    "I3": "`invariants.streams`",
    "I4": "`invariants.log`, `witness`",
    "I5": "`invariants.command_log`",
    "I6": "`invariants.read_models`, `kafka_checks.fed_like_the_store`",
    "I7": "`invariants.read_models`",
    "I8": "`invariants.log`, `aftermath.caught_up`",
    "I9": "`kafka_checks.on_the_topic`",
    "I10": "`invariants.deadlines`",
    "I11": "`bank_checks.agree`, `callback_faults`",
    "I16": "`invariants.followed`",
    "I17": "`windows.held_by_windows`, `closing_faults`",
    "I18": "`contest.judge`, `scarce.one_has_each`",
    "R1": "`invariants.acknowledged`, after `aftermath.ask_again`",
    "R2": "`invariants.acknowledged`",
    "R3": "`invariants.acknowledged`",
    "R4": "`arena.answers_again` and the scenarios",
    "R5": "`invariants.logs`",
}

BARS: Final[Mapping[str, int]] = {"faults": 120, "kinds": 20, "submissions": 18_000}

_INTRODUCTION: Final = """# Trust

What the service promises, how that is tested, and what the last full run found. This file is
written by `make trust`; nobody edits it.

Real processes of the service stand in front of a real PostgreSQL, with a proxy between them.
Twelve clients submit applications, and officers take payments and accept cases, all the time; each
client writes a line to its journal, on disk, before a request and after an answer. Faults are
injected meanwhile. After each run everything is healed, unknown outcomes are settled by
`GET /api/v1/commands/{id}`, every order in the journal is sent once more under its key, and all
invariants are checked against the store. A fault counts only if it was seen to have happened.
`make test` runs a short form of the same. Everything lies in `tests/faults/`.
"""

_LIMITS: Final = """## What is not shown here

- Power loss: a killed PostgreSQL leaves what it has written in the care of the operating system.
- Clocks: the service's own clock is moved, by a day in both directions; the clock of the machine
  and that of PostgreSQL are left alone.
- The black hole is one of the proxy: packets are acknowledged and go nowhere. A network whose
  packets get lost is left to the keepalives of the connections.
- A full disk needs a file system of its own. Where the user may not mount one, that kind is left
  out, and the limit of file sizes stands for it.
- The sealed log and replication have no faults here. Callbacks of the carriers have them in
  `tests/integration/carriers`, of which `make trust` runs the kills five times each. The bank is
  a part of the bench: what it tells is true, and what it does not tell is not asked for.
"""


class Circumstances(NamedTuple):
    """When and where a run took place."""

    day: str
    commit: str
    machine: str
    seed: int
    minutes: float
    left_out: str = ""


class Totals(NamedTuple):
    """The sums over all runs."""

    faults: int
    kinds: int
    submissions: int
    acknowledged: int
    checks: int
    failures: int
    other_answers: int
    conflicts: int


def totals(results: Sequence[Result]) -> Totals:
    failures: Counter[str] = Counter()
    for result in results:
        failures.update(result.failures)
    return Totals(
        faults=sum(result.faults for result in results),
        kinds=len({result.kind for result in results if result.faults}),
        submissions=sum(result.submitted for result in results),
        acknowledged=sum(result.acknowledged for result in results),
        checks=sum(sum(result.checks.values()) for result in results),
        failures=sum(failures.values()),
        other_answers=failures["R2"],
        conflicts=sum(
            result.statuses.get(409, 0) + result.statuses.get(412, 0) for result in results
        ),
    )


def missed(results: Sequence[Result]) -> list[str]:
    """Says in words why the run is not good. A good one has nothing to say."""
    sums = totals(results)
    reached = {"faults": sums.faults, "kinds": sums.kinds, "submissions": sums.submissions}
    short = [
        f"{reached[bar]:,} {bar} of {least:,}"
        for bar, least in BARS.items()
        if reached[bar] < least
    ]
    return [*short, *(f"{r.kind}: {words}" for r in results for words in r.told)]


def document(results: Sequence[Result], seen: Circumstances) -> str:
    return "\n".join(
        [
            _INTRODUCTION,
            *_last_run(results, seen),
            *_promises(results, seen),
            *_kinds(results),
            _LIMITS.rstrip(),
            "",
        ]
    )


def _last_run(results: Sequence[Result], seen: Circumstances) -> Iterable[str]:
    sums = totals(results)
    yield "## The last full run\n"
    yield (
        f"{seen.day}, commit `{seen.commit}`, {seen.machine}, seed {seen.seed}, "
        f"{seen.minutes:.0f} minutes.\n"
    )
    if seen.left_out:
        yield f"**Left out of this run:** {seen.left_out}\n"
    yield "| | Found | Bar |"
    yield "|---|--:|--:|"
    yield f"| Faults injected | {sums.faults:,} | ≥ {BARS['faults']:,} |"
    yield f"| Kinds of fault | {sums.kinds:,} | ≥ {BARS['kinds']:,} |"
    yield f"| Acknowledged submissions | {sums.submissions:,} | ≥ {BARS['submissions']:,} |"
    yield f"| Acknowledgements in all | {sums.acknowledged:,} | |"
    yield f"| False conflicts | {sums.conflicts:,} | 0 |"
    yield f"| Answers other than 2xx, 4xx or 503 | {sums.other_answers:,} | 0 |"
    yield f"| Checks | {sums.checks:,} | |"
    yield f"| Checks that failed | {sums.failures:,} | 0 |"
    for words in missed(results):
        yield f"\n**Missed:** {words}"
    yield ""


def _promises(results: Sequence[Result], seen: Circumstances) -> Iterable[str]:
    yield "## Promises\n"
    yield "| Promise | Invariant | Test | Checks | Failed | Last run |"
    yield "|---|---|---|--:|--:|---|"
    for invariant, promise in PROMISES.items():
        count = sum(result.checks.get(invariant, 0) for result in results)
        failed = sum(result.failures.get(invariant, 0) for result in results)
        where = TESTS[invariant]
        yield f"| {promise} | {invariant} | {where} | {count:,} | {failed:,} | {seen.day} |"
    yield ""


def _kinds(results: Sequence[Result]) -> Iterable[str]:
    yield "## Kinds of fault\n"
    yield "“Again” is the longest time from the end of a fault to the next acknowledgement.\n"
    yield "| Kind | What is done | Faults | Submissions | 503 | Again | Result |"
    yield "|---|---|--:|--:|--:|--:|---|"
    for result in results:
        again = f"{max(result.again_s):.1f} s" if result.again_s else ""
        good = "all held" if result.held else f"{sum(result.failures.values())} failed"
        yield (
            f"| {result.kind} | {result.words} | {result.faults} | {result.submitted:,} |"
            f" {result.statuses.get(503, 0):,} | {again} | {good} |"
        )
    yield ""
