"""Which clock the store goes by, and what the clock of a town shows (ADR 29).

Scans and deadlines are in service time. Tokens and whatever else outlives a command go by the
wall.
"""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final, LiteralString, NamedTuple

import psycopg

from domain.event_store.transaction import Connection

LAST_INSTANT: Final = datetime(2100, 1, 1, tzinfo=UTC)
"""There the clock of a town stands still, so that every deadline after it is still a date."""
FASTEST: Final = 86_400.0
"""A day a second."""

_NAME: Final[LiteralString] = """
INSERT INTO service_clock (name) VALUES (%s) ON CONFLICT DO NOTHING"""
_NAMED: Final[LiteralString] = "SELECT name FROM service_clock"
_SETTING: Final[LiteralString] = """
SELECT town_at, since, speed, clock_timestamp() FROM service_clock WHERE name = 'town'"""
_SET: Final[LiteralString] = """
UPDATE service_clock SET town_at = %s, since = %s, speed = %s WHERE name = 'town'"""


class ClockName(StrEnum):
    """The wall clock of the database server, or that of the demo's town."""

    POSTGRES = "postgres"
    TOWN = "town"


class OtherClock(Exception):
    """The store goes by another clock than the one by which this program would write to it."""


class OutOfRange(ValueError):
    """A clock only goes forward, and not for ever. ``now`` is what it shows."""

    def __init__(self, now: datetime) -> None:
        super().__init__(
            f"in the town it is {now.isoformat(timespec='seconds')}, and its clock goes "
            f"forward only, at most to {LAST_INSTANT.date()}"
        )
        self.now = now


class ClockSetting(NamedTuple):
    """The clock showed ``at`` when it was ``since`` by the wall, and runs ``speed`` times as
    fast."""

    at: datetime
    since: datetime
    speed: float

    def shows(self, wall: datetime) -> datetime:
        """What the clock shows when it is ``wall`` by the wall."""
        return shown(self.at, (wall - self.since).total_seconds(), self.speed)


def shown(at: datetime, seconds: float, speed: float) -> datetime:
    """What a clock shows so many seconds after it showed ``at``."""
    passed = max(0.0, seconds) * speed
    if passed >= (LAST_INSTANT - at).total_seconds():
        return LAST_INSTANT
    return at + timedelta(seconds=passed)


class Reading(NamedTuple):
    """How the clock is set, and what it shows now."""

    setting: ClockSetting
    now: datetime


def name_clock(url: str, name: ClockName) -> ClockName:
    """Names the clock of a store that has none. Returns the one that it has."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(_NAME, (name,))
        found = connection.execute(_NAMED).fetchone()
    assert found is not None
    return ClockName(found[0])


async def read_clock(connection: Connection) -> Reading | None:
    """Reads the clock of a town. None means that the store has none, or that it is not set yet."""
    cursor = await connection.execute(_SETTING)
    rows = await cursor.fetchall()
    if not rows or rows[0][0] is None:
        return None
    *values, wall = rows[0]
    setting = ClockSetting(*values)
    return Reading(setting, setting.shows(wall))


async def set_clock(
    connection: Connection,
    at: datetime | None = None,
    speed: float | None = None,
    *,
    begin: datetime | None = None,
) -> Reading:
    """Sets the clock of a town forward, or makes it run at another speed.

    A clock that is not set yet begins at ``begin``. Given for one that is set, it stood still
    since the last setting, and is at ``begin`` at least. Raises :class:`OutOfRange`.
    """
    async with connection.transaction():
        cursor = await connection.execute(_SETTING + " FOR UPDATE")
        rows = await cursor.fetchall()
        if not rows:
            raise OtherClock("The store does not go by the clock of a town.")
        old_at, since, old_speed, wall = rows[0]
        if begin is not None:
            now = max(begin, old_at or begin)
        elif old_at is None:
            raise OtherClock("The clock of the town is not set yet.")
        else:
            now = ClockSetting(old_at, since, old_speed).shows(wall)
        if at is not None and not now <= at <= LAST_INSTANT:
            raise OutOfRange(now)
        new_speed = speed if speed is not None else 1.0 if old_speed is None else old_speed
        setting = ClockSetting(at or now, wall, new_speed)
        await connection.execute(_SET, setting)
    return Reading(setting, setting.at)
