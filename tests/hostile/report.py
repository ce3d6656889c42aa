"""Writes ``docs/HOSTILE.md``: each attack with its limit, its count and the last run."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from tests.hostile.trial import AGAIN_WITHIN_S, Result

_INTRODUCTION: Final = f"""# Under attack

What somebody who means harm may send, what holds it, and what honest clients had of it in the last
full run. This file is written by `make hostile`; nobody edits it.

`cheguan serve` and `cheguan work` run on a PostgreSQL of their own, a fresh one for each attack.
Honest clients begin 50 requests a second: applications, tracking, reads by officers, pages, and
health where operators ask for it. Each has a connection and an address of its own, and is served
if the answer is the right one and comes within five seconds. Every attack is made twice. It is
withstood if its own conditions hold, if enough of the honest requests are served meanwhile and all
of them again {AGAIN_WITHIN_S:.0f} s after its end, if memory stays within its bound, and if the
second round leaves at most a tenth more than the first. `make test` runs a short form of the same.
Everything lies in `tests/hostile/`, and stays on the loopback.
"""

_BELOW: Final = """## What is not shown here

- Attackers share the machine with the service, so they are limited to 500 attempts a second.
  Whoever fills the line of a data centre is held before it, and not here.
- Encryption of connections is the work of the proxy in front, and its attacks are not made.
- Where an outage is part of an attack, nobody can be served meanwhile; these ask for 0 %.
"""


class Circumstances(NamedTuple):
    """When and where a run took place."""

    day: str
    commit: str
    machine: str
    minutes: float


def document(results: Sequence[Result], seen: Circumstances) -> str:
    lines = [_INTRODUCTION, *_last_run(results, seen), *_attacks(results, seen), _BELOW.rstrip()]
    return "\n".join([*lines, ""])


def _last_run(results: Sequence[Result], seen: Circumstances) -> Iterable[str]:
    held = sum(each.withstood for each in results)
    yield "## The last full run\n"
    yield (
        f"{seen.day}, commit `{seen.commit}`, {seen.machine}, {seen.minutes:.0f} minutes: "
        f"{held} of {len(results)} attacks withstood.\n"
    )
    for each in results:
        for words in each.wrong:
            yield f"**Not withstood:** {each.name}: {words}.\n"


def _attacks(results: Sequence[Result], seen: Circumstances) -> Iterable[str]:
    yield "## Attacks\n"
    yield "“Served” is the share of honest requests in the worse round; “again” the time until all"
    yield "were served. Memory is that of the server: before, at most, after each round.\n"
    yield "| Attack | What is done | Limit | Count | Served | Again | Memory, MB | Last run |"
    yield "|---|---|---|---|--:|--:|---|---|"
    for each in results:
        first, last = each.rounds[0], each.rounds[-1]
        served = min(first.served, last.served)
        again = max((r.again_s for r in each.rounds if r.again_s is not None), default=0.0)
        memory = (each.before_mb, max(first.peak_mb, last.peak_mb), first.after_mb, last.after_mb)
        verdict = "withstood" if each.withstood else "**not withstood**"
        yield (
            f"| {each.name} | {each.words} | {each.limit} | {_counted(each)} | {served:.0%} |"
            f" {again:.1f} s | {' → '.join(f'{mb:.0f}' for mb in memory)} |"
            f" {seen.day}: {verdict} |"
        )
    yield ""


def _counted(result: Result) -> str:
    return ", ".join(f"{count:,} × {answer}" for answer, count in sorted(result.saw.items()))
