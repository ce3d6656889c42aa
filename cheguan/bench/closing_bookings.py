"""A prefecture closes while 5,000 people are booked at its station, and what follows is killed.

Each booking must be cancelled once by the office and count against nobody, and the preview of the
decision must have counted them.
"""

import asyncio
from collections.abc import Callable
from typing import Final

from cheguan.bench.booked_city import BookedCity, each_once
from cheguan.bench.closing_city import CLOSE, City, Worker, working
from cheguan.bench.day import bench_clock
from cheguan.bench.machine import describe
from cheguan.bench.report import Check, Limit, Report
from cheguan.bench.scratch import scratch
from cheguan.compose import desk
from cheguan.event_loop import run
from cheguan.settings import Settings
from domain.event_store.connection import connect

WITHIN_S: Final = 60.0
_FREED: Final = "SELECT count(*) FROM stored_events WHERE topic = 'SeatFreed'"


def measure(*, bookings: int, kills: int, tell: Callable[[str], None]) -> Report:
    """Waits for the decision for two minutes at most, and ends by itself."""
    with scratch() as base, working(base) as worker:
        settings = Settings(
            demo=True, secrets_dir=base.folder / "secrets", known_dir=base.folder / "known"
        )
        took, checks = run(_measured(settings, base.url, worker, bookings, kills, tell))
        machine = describe(base)
    return Report(
        figure=f"closing: {bookings:,} bookings are cancelled by one decision",
        method=(
            "One process decides, another has read models and reactor and is killed "
            f"{kills} times on the way.",
            "The time ends when every booking shows as cancelled by the office.",
        ),
        machine=machine,
        series=(),
        ratios=(),
        limits=(Limit(name="until all are cancelled", value=took, unit="s", bar=WITHIN_S),),
        checks=tuple(checks),
    )


async def _measured(
    settings: Settings,
    url: str,
    worker: Worker,
    bookings: int,
    kills: int,
    tell: Callable[[str], None],
) -> tuple[float, list[Check]]:
    connection = await connect(url)
    async with desk(settings, url, bench_clock()) as made:
        city = BookedCity(City(made, connection))
        cases = await city.begin(bookings)
        await city.until_shown(bookings)
        previewed = await city.previewed()
        tell(f"{len(cases):,} booked, {previewed:,} in the preview")
        await city.city.decide(CLOSE)
        took = await _followed(city, worker, bookings, kills)
        tell(f"all cancelled after {took:.1f} s")
        once = await city.city.number(each_once(cases))
        freed = await city.city.number(_FREED)
    await connection.close()
    return took, [
        Check(text=f"{previewed:,} of {bookings:,} in the preview", held=previewed == bookings),
        Check(
            text=f"{once:,} of {bookings:,} cancelled once by the office and ended by nothing else",
            held=once == bookings,
        ),
        Check(text=f"{freed:,} of {bookings:,} seats let go", held=freed == bookings),
    ]


async def _followed(city: BookedCity, worker: Worker, bookings: int, kills: int) -> float:
    """Kills the worker at even distances on its way. Gives the seconds until all had followed."""
    following = asyncio.ensure_future(city.until_sent_away(bookings))
    for turn in range(1, kills + 1):
        await city.city.until_done(bookings * turn // (kills + 1))
        await asyncio.to_thread(worker.kill_and_start)
    return await following
