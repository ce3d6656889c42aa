"""The one transaction that appends: many commands, one durable commit (design.md W3).

Under the advisory lock no other writer moves, so what is read here still holds
when it is written: command ids already carried out, the versions of the streams
touched, the last position. The lock is kept through the commit, so positions
become visible in their order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, LiteralString
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import TupleRow

from domain.event_store import arrays
from domain.event_store.pending import Answer, Appended, Pending, Replayed, Stale, StreamWrite
from domain.recorded_event import encode, topic

Connection = AsyncConnection[TupleRow]

APPEND_LOCK: Final = 7301
LOCK_TIMEOUT: Final[LiteralString] = "SET LOCAL lock_timeout = '2s'"
LOCK: Final[LiteralString] = "SELECT pg_advisory_xact_lock(7301)"

_SEEN: Final = """
SELECT command_id, request_sha256, position, outcome
FROM command_log WHERE command_id = ANY(%b)"""
_VERSIONS: Final = """
SELECT s.id, v.originator_version
FROM unnest(%b) AS s(id) CROSS JOIN LATERAL (
    SELECT originator_version FROM stored_events
    WHERE originator_id = s.id ORDER BY originator_version DESC LIMIT 1
) AS v"""
_LAST: Final = """
SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END
FROM stored_events_notification_id_seq"""
_INSERT_EVENTS: Final = """
INSERT INTO stored_events
    (originator_id, originator_version, topic, state, notification_id)
SELECT * FROM unnest(%b, %b, %b, %b, %b)"""
_INSERT_COMMANDS: Final = """
INSERT INTO command_log (command_id, request_sha256, position, outcome)
SELECT * FROM unnest(%b, %b, %b, %b)"""
_ADVANCE: Final = "SELECT setval('stored_events_notification_id_seq', %b)"


@dataclass(slots=True)
class _Known:
    """What the first half of the transaction read."""

    seen: dict[UUID, Replayed]
    versions: dict[UUID, int]
    last: int


@dataclass(slots=True)
class _Rows:
    """The surviving commands as columns."""

    streams: list[UUID] = field(default_factory=list)
    versions: list[int] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    states: list[bytes] = field(default_factory=list)
    commands: list[Pending] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Transaction:
    """``committing`` tells, after an error, whether a commit may have happened."""

    connection: Connection
    committing: bool = False

    async def append(self, batch: Sequence[Pending]) -> list[Answer]:
        """One answer a command, in order. On an error nothing is stored unless ``committing``."""
        known = await self._read(batch)
        rows = _Rows()
        answers = [_settle(pending, known, rows) for pending in batch]
        if rows.commands:
            await self._write(rows, known.last)
        else:
            await self.connection.execute("ROLLBACK")
        return answers

    async def _read(self, batch: Sequence[Pending]) -> _Known:
        connection = self.connection
        async with connection.pipeline():
            await connection.execute("BEGIN")
            await connection.execute(LOCK_TIMEOUT)
            await connection.execute(LOCK)
            seen = await connection.execute(
                _SEEN, (arrays.uuids(p.command_id for p in batch),), prepare=True, binary=True
            )
            versions = await connection.execute(
                _VERSIONS,
                (arrays.uuids({write.stream for p in batch for write in p.writes}),),
                prepare=True,
                binary=True,
            )
            last = await connection.execute(_LAST, prepare=True, binary=True)
            return _Known(
                seen={row[0]: Replayed(*row[1:]) for row in await seen.fetchall()},
                versions=dict(await versions.fetchall()),
                last=(await last.fetchall())[0][0],
            )

    async def _write(self, rows: _Rows, last: int) -> None:
        connection = self.connection
        end = last + len(rows.states)
        async with connection.pipeline():
            await connection.execute(
                _INSERT_EVENTS,
                (
                    arrays.uuids(rows.streams),
                    arrays.int8s(rows.versions),
                    arrays.texts(rows.topics),
                    arrays.byteas(rows.states),
                    arrays.int8s(range(last + 1, end + 1)),
                ),
                prepare=True,
            )
            await connection.execute(
                _INSERT_COMMANDS,
                (
                    arrays.uuids(c.command_id for c in rows.commands),
                    arrays.byteas(c.request_sha256 for c in rows.commands),
                    arrays.int8s(rows.positions),
                    arrays.byteas(c.outcome for c in rows.commands),
                ),
                prepare=True,
            )
            await connection.execute(_ADVANCE, (end,), prepare=True)
            self.committing = True
            await connection.execute("COMMIT")
        self.committing = False


def _settle(pending: Pending, known: _Known, rows: _Rows) -> Answer:
    """Decide one command against what is known, the commands before it in the batch included."""
    if replayed := known.seen.get(pending.command_id):
        return replayed
    for write in pending.writes:
        if known.versions.get(write.stream, 0) != write.after:
            return Stale(write.stream)
    for write in pending.writes:
        _add(write, rows)
        known.versions[write.stream] = write.after + len(write.envelopes)
    position = known.last + len(rows.states)
    rows.commands.append(pending)
    rows.positions.append(position)
    known.seen[pending.command_id] = Replayed(pending.request_sha256, position, pending.outcome)
    return Appended(position)


def _add(write: StreamWrite, rows: _Rows) -> None:
    for version, envelope in enumerate(write.envelopes, start=write.after + 1):
        rows.streams.append(write.stream)
        rows.versions.append(version)
        rows.topics.append(topic(envelope.event))
        rows.states.append(encode(envelope))
