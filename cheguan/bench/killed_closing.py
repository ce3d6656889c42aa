"""A prefecture closes and opens under load, while what follows its decisions is killed on the way.

Each case must be held once and released once, however often the process dies, and a case that
another decision holds as well stays held.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple
from uuid import UUID

from cheguan.bench.client_kind import ClientKind
from cheguan.bench.clients import client
from cheguan.bench.closing_city import CLOSE, OPEN, City, Worker, working
from cheguan.bench.day import bench_clock
from cheguan.bench.load import Load, Window, series
from cheguan.bench.machine import describe
from cheguan.bench.peers import Fleet, Peer, peers
from cheguan.bench.report import Check, Limit, Report
from cheguan.bench.scratch import Scratch, scratch
from cheguan.bench.server import Kind
from cheguan.bench.submissions import MOST
from cheguan.compose import desk
from cheguan.event_loop import run
from cheguan.settings import Settings
from domain.case.grounds import Hold
from domain.case.overlays.commands import SetHold
from domain.event_store.connection import connect

WITHIN_S: Final = 30.0
_OTHERWISE: Final = 50
"""Every so many cases another notice holds, too."""
_NOTICE: Final = SetHold(kind=Hold.RELIEF, basis="notice-7")
_ROWS_PER_S: Final = 5_000
_BY_WINDOW: Final = f"""
FROM stored_events WHERE topic = '{{topic}}'
 AND position('{Hold.OFFICE_SUSPENDED}' IN convert_from(state, 'UTF8')) > 0"""
_CASES: Final = "SELECT count(DISTINCT originator_id)" + _BY_WINDOW
_EVENTS: Final = "SELECT count(*)" + _BY_WINDOW


class _Load(NamedTuple):
    """Who sends applications to which server, how many at once, and for how long at a stretch."""

    client: Load
    peer: Peer
    connections: int
    seconds: float


class _Turn(NamedTuple):
    """One decision: how long until all had followed it, and how often the worker died before."""

    took: float
    killed: int


def measure(
    *, cases: int, kills: int, seconds: float, connections: int, tell: Callable[[str], None]
) -> Report:
    """It waits for each decision for two minutes at most, and ends by itself."""
    with scratch() as base, peers(base, [Fleet(Kind.OURS, 1)]) as (peer,), working(base) as worker:
        load = _Load(client(ClientKind.OWN, base, 0), peer, connections, seconds)
        closing, opening, windows, checks = run(_measured(base, load, worker, cases, kills, tell))
        machine = describe(base)
    return Report(
        figure=f"closing: {cases:,} cases are held and released, with {kills} kills on the way",
        method=(
            f"One server, {connections} connections that submit all the time; the process of read "
            f"models and reactor is killed {kills} times in the closing and in the opening.",
            "The time ends when every case shows as held, or as held by another decision alone.",
        ),
        machine=machine,
        series=(series("submissions meanwhile", "submissions", windows),),
        ratios=(),
        limits=(
            Limit(name="until all are held", value=closing.took, unit="s", bar=WITHIN_S),
            Limit(name="until all go on", value=opening.took, unit="s", bar=WITHIN_S),
        ),
        checks=(
            Check(
                text=f"killed {closing.killed} and {opening.killed} times before all had followed",
                held=closing.killed == opening.killed == kills,
            ),
            *checks,
        ),
    )


async def _measured(
    base: Scratch,
    load: _Load,
    worker: Worker,
    cases: int,
    kills: int,
    tell: Callable[[str], None],
) -> tuple[_Turn, _Turn, list[Window], list[Check]]:
    settings = Settings(
        demo=True, secrets_dir=base.folder / "secrets", known_dir=base.folder / "known"
    )
    connection = await connect(base.url)
    async with desk(settings, base.url, bench_clock()) as made:
        city = City(made, connection)
        others = await _held_otherwise(city, await city.begin(cases))
        await city.until_held(others)
        windows: list[Window] = []
        done = asyncio.Event()
        loading = asyncio.create_task(_submitted(load, cases, windows, done))
        await city.decide(CLOSE)
        closing = await _followed(city, worker, cases, cases, kills)
        tell(f"all held after {closing.took:.1f} s, killed {closing.killed} times")
        await city.decide(OPEN)
        opening = await _followed(city, worker, cases, others, kills)
        tell(f"all went on after {opening.took:.1f} s, killed {opening.killed} times")
        done.set()
        await loading
        checks = await _checks(city, cases, others)
    await connection.close()
    return closing, opening, windows, checks


async def _held_otherwise(city: City, cases: Sequence[UUID]) -> int:
    """Another notice holds some of them. Says how many."""
    chosen = cases[::_OTHERWISE]
    for case in chosen:
        await city.give(case, _NOTICE)
    return len(chosen)


async def _followed(city: City, worker: Worker, cases: int, held: int, kills: int) -> _Turn:
    """Kills the worker at even distances on its way through the cases, until so many are held."""
    begun, killed = time.perf_counter(), 0
    for turn in range(1, kills + 1):
        await city.until_done(cases * turn // (kills + 1))
        killed += await city.under_way()
        await asyncio.to_thread(worker.kill_and_start)
    await city.until_held(held)
    return _Turn(time.perf_counter() - begun, killed)


async def _submitted(load: _Load, first: int, windows: list[Window], done: asyncio.Event) -> None:
    """People go on applying until it is done, or nobody is left. The first while is a warm-up."""
    share = max(1, int(load.seconds * _ROWS_PER_S))
    while not (done.is_set() and len(windows) > 1) and first + share <= MOST:
        rows = range(first, first + share)
        first = rows.stop
        windows.append(
            await asyncio.to_thread(
                load.client.run, load.peer, rows, load.seconds, load.connections
            )
        )


async def _checks(city: City, cases: int, others: int) -> list[Check]:
    """What the log says of each case, whatever was killed on the way."""
    told = []
    for topic, words in (("HoldSet", "held"), ("HoldReleased", "released")):
        once = await city.number(_CASES.format(topic=topic))
        events = await city.number(_EVENTS.format(topic=topic))
        text = f"{once:,} of {cases:,} cases were {words}, {events:,} times in all"
        told.append(Check(text=text, held=once == events == cases))
    held = await city.held()
    text = f"{held} of {others} cases stay held by another decision"
    return [*told, Check(text=text, held=held == others)]
