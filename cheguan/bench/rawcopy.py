"""The peer: what ours has just stored, put into another table by bare binary ``COPY``.

It copies the same rows in the same batches, which are found by the transaction that wrote
them. Their bytes are made ready before the clock runs. Each batch is one statement, and that
is its own commit.
"""

import struct
import time
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, LiteralString, NamedTuple

import psycopg

from cheguan.bench.load import Window, window

TABLE: Final[LiteralString] = (
    "CREATE TABLE copied_events (LIKE stored_events INCLUDING ALL) WITH (toast_tuple_target = 8160)"
)
STORED: Final[LiteralString] = "SELECT count(*) FROM copied_events"
_COPY: Final[LiteralString] = "COPY copied_events FROM STDIN (FORMAT BINARY)"
_SINCE: Final[LiteralString] = """
SELECT xmin::text::bigint, originator_id, originator_version, topic, state, notification_id
FROM stored_events WHERE notification_id > %s ORDER BY notification_id"""
_HEAD: Final = b"PGCOPY\n\xff\r\n\0" + bytes(8)
_END: Final = struct.pack(">h", -1)
_KEY: Final = struct.Struct(">hi16siq")
_LENGTH: Final = struct.Struct(">i")
_POSITION: Final = struct.Struct(">iq")


class Batch(NamedTuple):
    """The number of rows that one transaction stored, and the bytes that copy them."""

    rows: int
    block: bytes


def batches(url: str, after: int) -> list[Batch]:
    """The batches of all that was stored after a position, in their order."""
    with psycopg.connect(url) as connection:
        rows = connection.execute(_SINCE, (after,), binary=True).fetchall()
    return [_batch(list(group)) for _, group in groupby(rows, key=itemgetter(0))]


def copy(url: str, ready: Sequence[Batch]) -> Window:
    """Copies the batches, one after the other. Latencies are those of whole batches."""
    took: list[float] = []
    with psycopg.connect(url, autocommit=True) as connection, connection.cursor() as cursor:
        started = time.perf_counter()
        for batch in ready:
            asked = time.perf_counter()
            with cursor.copy(_COPY) as writing:
                writing.write(batch.block)
            took.append(time.perf_counter() - asked)
        seconds = time.perf_counter() - started
    rows = sum(batch.rows for batch in ready)
    seen = window(seconds, took)
    return Window(seconds=seconds, answered=rows, p50_ms=seen.p50_ms, p99_ms=seen.p99_ms)


def _batch(rows: Sequence[tuple[Any, ...]]) -> Batch:
    return Batch(len(rows), b"".join((_HEAD, *_rows(rows), _END)))


def _rows(rows: Iterable[tuple[Any, ...]]) -> Iterable[bytes]:
    for _, stream, version, topic, state, position in rows:
        yield _KEY.pack(5, 16, stream.bytes, 8, version)
        for text in (topic.encode(), state):
            yield _LENGTH.pack(len(text))
            yield text
        yield _POSITION.pack(8, position)
