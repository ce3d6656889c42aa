"""The whole log in its one order, for whoever folds it."""

from collections.abc import Sequence
from typing import Final

from domain.codec import Codec
from domain.event_store.transaction import Connection
from domain.recorded_event import RecordedEvent

CHANNEL: Final = "cheguan_events"
"""The channel that is notified after commits. A notice is a hint: readers also poll."""

LAST_POSITION: Final = "SELECT coalesce(max(notification_id), 0) FROM stored_events"
_READ: Final = """
SELECT originator_id, originator_version, notification_id, state
FROM stored_events WHERE notification_id > %s ORDER BY notification_id LIMIT %s"""


async def read_log(
    connection: Connection, codec: Codec, after: int, limit: int
) -> Sequence[RecordedEvent]:
    """Reads up to ``limit`` events behind position ``after``, in order.

    A reader may follow the log by position: every append holds the advisory lock through
    its commit, so no lower position appears later.
    """
    cursor = await connection.execute(_READ, (after, limit), prepare=True, binary=True)
    return [
        RecordedEvent(stream, version, position, codec.decode(state))
        for stream, version, position, state in await cursor.fetchall()
    ]


async def last_position(connection: Connection) -> int:
    cursor = await connection.execute(LAST_POSITION, binary=True)
    return int((await cursor.fetchall())[0][0])


async def current_epoch(connection: Connection) -> int:
    cursor = await connection.execute("SELECT max(epoch) FROM store_epoch", binary=True)
    return int((await cursor.fetchall())[0][0])
