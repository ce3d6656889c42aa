"""A prefecture closes while 5,000 cases of it wait for a window, and people go on applying.

How long it takes until every case is held is measured on a machine that does nothing else, and
the rate of submissions meanwhile beside the rate before.
"""

import asyncio
from collections.abc import Callable
from typing import Final, NamedTuple

from cheguan.bench.client_kind import ClientKind
from cheguan.bench.clients import ROWS_PER_S, client
from cheguan.bench.closing_city import CLOSE, OPEN, City, working
from cheguan.bench.day import bench_clock
from cheguan.bench.load import Load, Window, series
from cheguan.bench.machine import describe
from cheguan.bench.peers import Fleet, Peer, peers
from cheguan.bench.report import Check, Limit, Report, Series, ratio
from cheguan.bench.scratch import Scratch, scratch
from cheguan.bench.server import Kind
from cheguan.bench.submissions import MOST
from cheguan.compose import desk
from cheguan.event_loop import run
from cheguan.settings import Settings
from domain.event_store.connection import connect

CASES: Final = 5_000
WITHIN_S: Final = 10.0
OF_ITS_RATE: Final = 0.7
_TWICE: Final = """
SELECT count(*) FROM (SELECT originator_id FROM stored_events WHERE topic = 'HoldSet'
                      GROUP BY originator_id HAVING count(*) <> {closings}) AS wrong"""


class TooManyRounds(ValueError):
    """So many submissions need more vehicles than there are."""


def measure(
    *, seconds: float, rounds: int, connections: int, tell: Callable[[str], None]
) -> Report:
    """In each round a closing and an opening under load, each beside a while of calm."""
    share = max(1, int(seconds * ROWS_PER_S))
    if CASES + share * 4 * (rounds + 1) > MOST:
        raise TooManyRounds("fewer or shorter rounds: the vehicles of the town do not suffice")
    with scratch() as base, peers(base, [Fleet(Kind.OURS, 1)]) as (peer,), working(base):
        load = client(ClientKind.OWN, base, 0)
        found = run(_measured(base, load, peer, _Rounds(seconds, rounds, connections), tell))
        machine = describe(base)
    calm, closing, idle, wrong = found
    return Report(
        figure=f"closing: {CASES:,} cases are held by one decision",
        method=(
            f"One server, one process for read models and reactor, {connections} connections; "
            f"{rounds} rounds of a closing and an opening, {seconds:g} s under load beside "
            f"{seconds:g} s of calm.",
            "The first closing has no load. The time ends when every case shows as held.",
        ),
        machine=machine,
        series=(calm, closing),
        ratios=(ratio(closing, calm, OF_ITS_RATE),),
        limits=(Limit(name="until all are held", value=idle, unit="s", bar=WITHIN_S),),
        checks=(
            Check(text=f"{wrong} cases held more or less than once a closing", held=not wrong),
        ),
    )


class _Rounds(NamedTuple):
    seconds: float
    rounds: int
    connections: int


async def _measured(
    base: Scratch, load: Load, peer: Peer, rounds: _Rounds, tell: Callable[[str], None]
) -> tuple[Series, Series, float, int]:
    calm: list[Window] = []
    closing: list[Window] = []
    rows = CASES

    async def window() -> None:
        nonlocal rows
        share = range(rows, rows + int(rounds.seconds * ROWS_PER_S))
        rows = share.stop
        windows.append(
            await asyncio.to_thread(load.run, peer, share, rounds.seconds, rounds.connections)
        )

    settings = Settings(
        demo=True, secrets_dir=base.folder / "secrets", known_dir=base.folder / "known"
    )
    connection = await connect(base.url)
    async with desk(settings, base.url, bench_clock()) as made:
        city = City(made, connection)
        await city.begin(CASES)
        await city.decide(CLOSE)
        idle = await city.until_held(CASES)
        tell(f"all held after {idle:.1f} s")
        await city.decide(OPEN)
        await city.until_held(0)
        for _ in range(rounds.rounds + 1):
            for command, left in ((CLOSE, CASES), (OPEN, 0)):
                windows = calm
                await window()
                await city.decide(command)
                windows = closing
                _, took = await asyncio.gather(window(), city.until_held(left))
                tell(f"{calm[-1].rate:,.0f}/s, {closing[-1].rate:,.0f}/s; {took:.1f} s")
        wrong = await city.number(_TWICE.format(closings=rounds.rounds + 2))
    await connection.close()
    return (
        series("submissions in calm", "submissions", calm[1:]),
        series("submissions meanwhile", "submissions", closing[1:]),
        idle,
        wrong,
    )
