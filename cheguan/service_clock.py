"""By which clock a process serves: the one that the store names."""

from datetime import date

from cheguan.settings import Settings
from cheguan.town.clock import TownClock
from cheguan.wall_clock import Clock, wall_clock
from domain.calendar import local_day
from domain.codec import Codec
from domain.event_store import clock_halt
from domain.event_store.service_clock import ClockName, OtherClock, name_clock, read_clock
from domain.event_store.transaction import Connection
from workers.timepiece import ServerTime, Timepiece, TownTime


def clock_of(url: str, settings: Settings) -> Clock:
    """The wall clock, unless a demo has given the store the clock of its town.

    Raises :class:`OtherClock` for such a store outside a demo: every deadline in it would be
    judged on a day that nobody there has reached.
    """
    if name_clock(url, ClockName.POSTGRES) is ClockName.POSTGRES:
        return wall_clock
    if not settings.demo:
        raise OtherClock(
            "The store goes by the clock of a demo's town. Set CHEGUAN_DEMO=1 to follow it, or "
            "name another store with DATABASE_URL or CHEGUAN_DATA."
        )
    return TownClock()


def name_town(url: str) -> None:
    """Gives a store the clock of a town. Raises :class:`OtherClock` if it goes by the wall."""
    if name_clock(url, ClockName.TOWN) is not ClockName.TOWN:
        raise OtherClock(
            "The store goes by the wall clock, so it is no demo's. Name another for the demo "
            "with DATABASE_URL or CHEGUAN_DATA."
        )


def timepiece(codec: Codec, clock: Clock) -> Timepiece:
    """By what deadlines pass: the town's clock, or that of the database server, which is watched
    beside this machine's.
    """
    return TownTime(clock) if isinstance(clock, TownClock) else ServerTime(codec, clock)


async def today_of(connection: Connection) -> date:
    """The office-local day, by the clock of the store."""
    town = await read_clock(connection)
    return local_day(town.now if town else (await clock_halt.read(connection)).now)
