"""The partitions of the log: streams are shared out by their ids, as Kafka would do it."""

import struct
from functools import lru_cache
from typing import Final, LiteralString
from uuid import UUID

from domain.event_store.transaction import Connection

PARTITIONS: Final = 12
"""The number is fixed for the life of a topic. Another number needs another topic."""

_BACKWARDS: Final[LiteralString] = """
SELECT originator_id, notification_id FROM stored_events WHERE notification_id <= %s
ORDER BY notification_id DESC LIMIT %s"""
_PAGE: Final = 1000
_WORDS: Final = struct.Struct("<4I")
_ALL: Final = 0xFFFFFFFF
_MIX: Final = 0x5BD1E995
_SEED: Final = 0x9747B28C ^ 16


@lru_cache(maxsize=100_000)
def partition_of(stream: UUID) -> int:
    """The partition in which Kafka's own partitioner puts the 16 bytes of an id (murmur2)."""
    mixed = _SEED
    for word in _WORDS.unpack(stream.bytes):
        word = word * _MIX & _ALL
        word = (word ^ word >> 24) * _MIX & _ALL
        mixed = (mixed * _MIX & _ALL) ^ word
    mixed = (mixed ^ mixed >> 13) * _MIX & _ALL
    mixed ^= mixed >> 15
    return (mixed & 0x7FFFFFFF) % PARTITIONS


async def last_of_each(connection: Connection, upto: int) -> list[int]:
    """The position of each partition's last event up to ``upto``, or 0 if it has none."""
    found: dict[int, int] = {}
    while len(found) < PARTITIONS:
        cursor = await connection.execute(_BACKWARDS, (upto, _PAGE), binary=True)
        rows = await cursor.fetchall()
        for stream, position in rows:
            found.setdefault(partition_of(stream), position)
        if len(rows) < _PAGE:
            break
        upto = rows[-1][1] - 1
    return [found.get(partition, 0) for partition in range(PARTITIONS)]
