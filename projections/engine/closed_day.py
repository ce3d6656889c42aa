"""When a day is over for good, so that what is told of it never changes (ADR 71)."""

from datetime import date, datetime, timedelta
from typing import Final

from domain.calendar import local_day
from domain.codec import Codec
from domain.event_store.transaction import Connection
from projections.engine.log_reader import Unreadable, read_after

SETTLES_AFTER: Final = timedelta(minutes=10)
"""An event is given its instant before it is stored, by one of several processes. So much later
nothing is under way that has an instant before midnight.
"""


async def first_day(connection: Connection, codec: Codec) -> date | None:
    """The day of the first event of the log, or None while there is none."""
    found = await read_after(connection, codec, 0, 1)
    return local_day(found[0].envelope.at) if found else None


async def is_closed(
    connection: Connection, codec: Codec, day: date, position: int, now: datetime
) -> bool:
    """Whether a read model that stands at ``position`` has all that will ever count on ``day``."""
    if local_day(now - SETTLES_AFTER) <= day:
        return False
    for following in await read_after(connection, codec, position, 1):
        return not isinstance(following, Unreadable) and (
            local_day(following.envelope.at - SETTLES_AFTER) > day
        )
    return True
