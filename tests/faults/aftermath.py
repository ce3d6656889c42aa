"""What is done after a run: heal, settle what is unknown, ask everything again, check it all."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Final

import psycopg

from cheguan.registry import REGISTRY
from tests.faults import invariants
from tests.faults.arena import Arena
from tests.faults.bank_checks import agree
from tests.faults.cluster import run_sql
from tests.faults.errands import Errand, Step
from tests.faults.facts import Facts, facts_of
from tests.faults.journal import Line
from tests.faults.kafka_checks import fed_like_the_store, on_the_topic
from tests.faults.load import CLIENTS
from tests.faults.scarce import one_has_each
from tests.faults.windows import held_by_windows
from tests.faults.wire import NoAnswer, Wire

_FINAL_WITHIN_S: Final = 10.0
_CALM_WITHIN_S: Final = 20.0
_OPEN: Final = (None, "pending")
"""Answers after which one asks again: the service settles few commands at a time."""
_BEHIND: Final = f"""
SELECT (SELECT count(*) FROM projections.standing) < {len(REGISTRY.projections)} OR
    (SELECT coalesce(max(notification_id), 0) FROM stored_events) >
    least((SELECT coalesce(min(position), 0) FROM projections.standing),
          (SELECT coalesce(min(position), 0) FROM reaction_position))"""


async def examine(arena: Arena) -> None:
    """Checks every invariant that applies, and notes it in ``arena.checks``."""
    await arena.heal()
    await arena.load.stop()
    await _calm(arena)
    lines = list(arena.journal.lines())
    states = await _settle(arena, lines)
    facts = await facts_of(arena.url)
    invariants.settled(states, facts, arena.checks)
    invariants.refused(lines, facts, arena.checks)
    invariants.acknowledged(lines, facts, arena.checks)
    await ask_again(arena, lines)
    await caught_up(arena)
    await arena.witness.stop()
    after = await facts_of(arena.url)
    lines = list(arena.journal.lines())
    for line in lines:
        if line.what == "answer":
            arena.note(line)
    invariants.acknowledged(lines, after, arena.checks)
    all_and_no_more(arena, lines, after)
    invariants.streams(after, arena.checks)
    invariants.log(after, arena.witness, arena.checks)
    invariants.command_log(after, arena.checks)
    invariants.deadlines(after, arena.checks)
    invariants.followed(after, arena.checks)
    held_by_windows(after, arena.checks)
    one_has_each(after, arena.checks)
    if arena.bank.books:
        await agree(arena.url, arena.bank.books, after, arena.checks)
    if arena.kafka:
        await fed_like_the_store(arena)
        await on_the_topic(arena, arena.kafka, after)
    await invariants.read_models(arena.url, after, arena.checks)
    for process in arena.processes:
        process.reap()
    invariants.logs([p.log for p in arena.processes if p.log.exists()], arena.checks)


async def _calm(arena: Arena) -> None:
    """Waits until the service has finished what clients left, so that nothing is stored late."""
    wire, deadline = Wire(), time.monotonic() + _CALM_WITHIN_S
    for api in arena.apis:
        while time.monotonic() < deadline:
            try:
                if (await wire.ask(api.port, arena.errands.get("/health/ready"))).status == 200:
                    break
            except NoAnswer:
                pass
            await asyncio.sleep(0.1)
    wire.close()


async def _settle(arena: Arena, lines: Iterable[Line]) -> Mapping[Line, str | None]:
    """Asks what became of every command without a definite answer. After 10 s it gives up."""
    asked = {line.command: line for line in lines if line.what == "ask"}
    definite = {line.command for line in lines if line.status and line.status != 503}
    open_ones = [line for command, line in asked.items() if command not in definite]
    states: dict[Line, str | None] = {}

    async def one(wire: Wire, line: Line) -> None:
        deadline, states[line] = time.monotonic() + _FINAL_WITHIN_S * arena.patience, None
        while states[line] in _OPEN and time.monotonic() < deadline:
            try:
                answer = await wire.ask(arena.api.port, arena.errands.question(_errand(line)))
                states[line] = answer.content.get("state")
            except NoAnswer:
                pass
            if states[line] in _OPEN:
                await asyncio.sleep(0.1)

    await _spread(open_ones, one)
    return states


async def ask_again(arena: Arena, lines: Iterable[Line]) -> None:
    """Sends every order once more, under its key. Now each must be answered."""
    asked = {line.command: line for line in lines if line.what == "ask"}

    async def one(wire: Wire, line: Line) -> None:
        for _ in range(3):
            try:
                answer = await arena.load.ask(wire, arena.api.port, _errand(line), again=True)
            except NoAnswer:
                continue
            if answer.status != 503:
                return
            await asyncio.sleep(0.2)
        arena.checks.that("R4", False, f"{line.key} cannot be settled even now")

    await _spread(asked.values(), one)


async def _spread(lines: Iterable[Line], one: Callable[[Wire, Line], Awaitable[None]]) -> None:
    """Sends several at a time, and submissions before what follows them."""
    ordered = sorted(lines, key=lambda line: list(Step).index(Step(line.step)))
    for step in Step:
        waiting = [line for line in ordered if line.step == step]

        async def worker(waiting: list[Line] = waiting) -> None:
            wire = Wire()
            while waiting:
                await one(wire, waiting.pop())
            wire.close()

        await asyncio.gather(*(worker() for _ in range(CLIENTS)))


async def caught_up(arena: Arena) -> None:
    """I8: the read models reach the log within ten seconds of its rest."""
    deadline = time.monotonic() + _FINAL_WITHIN_S * arena.patience
    behind = True
    while behind and time.monotonic() < deadline:
        try:
            ((found,),) = await run_sql(arena.url, _BEHIND)
            behind = bool(found)
        except psycopg.Error:
            await asyncio.sleep(0.1)
        await asyncio.sleep(0.02)
    arena.checks.that("I8", not behind, "read models do not reach the log")


def all_and_no_more(arena: Arena, lines: Iterable[Line], facts: Facts) -> None:
    """I1: as many commands as keys, as many cases as keys of submissions."""
    keys = {line.command for line in lines if line.what == "ask"}
    ours = {command for command in facts.commands if command in keys}
    arena.checks.that("I1", ours == keys, f"{len(keys - ours)} keys never carried out")
    cases = {line.command for line in lines if line.step == Step.SUBMIT and line.what == "ask"}
    expected = len(cases) + len(arena.begun)
    arena.checks.that("I1", facts.cases == expected, f"{facts.cases} cases of {expected} keys")


def _errand(line: Line) -> Errand:
    return Errand(line.number, Step(line.step), line.case, line.expected)
