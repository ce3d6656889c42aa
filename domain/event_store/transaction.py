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
from domain.event_store.encoded import Encoded
from domain.event_store.pending import Answer, Appended, Pending, Replayed, Stale
from domain.failpoints import failpoint
from domain.recorded_event import topic

Connection = AsyncConnection[TupleRow]

APPEND_LOCK: Final = 7301
LOCK_TIMEOUT: Final[LiteralString] = "SET LOCAL lock_timeout = '1800ms'"
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
CONFIRM: Final[LiteralString] = """
SELECT CASE WHEN current_setting('synchronous_standby_names') <> ''
THEN pg_logical_emit_message(true, 'cheguan', '') END"""
"""Makes the commit wait for the standby, and so for every commit before it that is answered from:
what a primary committed alone is visible to it after a cancelled wait or a crash."""
_ADVANCE: Final = "SELECT setval('stored_events_notification_id_seq', %b)"


@dataclass(slots=True)
class Known:
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
    """First :meth:`read`, then :meth:`write`.

    ``committing`` tells, after an error, whether a commit may have happened.
    """

    connection: Connection
    committing: bool = False

    async def write(self, batch: Sequence[Encoded], known: Known) -> list[Answer]:
        """One answer a command, in order. On an error nothing is stored unless ``committing``."""
        rows = _Rows()
        answers = [_settle(asked, known, rows) for asked in batch]
        if rows.commands:
            await self._insert(rows, known.last)
        else:
            async with self.connection.pipeline():
                self.committing = True
                await self.connection.execute(CONFIRM)
                await self.connection.execute("COMMIT")
        return answers

    async def read(self, batch: Sequence[Encoded]) -> Known:
        """Take the append lock and see what holds until the commit."""
        connection = self.connection
        async with connection.pipeline():
            await connection.execute("BEGIN")
            await connection.execute(LOCK_TIMEOUT)
            await connection.execute(LOCK)
            seen = await connection.execute(
                _SEEN,
                (arrays.uuids(a.pending.command_id for a in batch),),
                prepare=True,
                binary=True,
            )
            versions = await connection.execute(
                _VERSIONS,
                (arrays.uuids({write.stream for a in batch for write in a.pending.writes}),),
                prepare=True,
                binary=True,
            )
            last = await connection.execute(_LAST, prepare=True, binary=True)
            return Known(
                seen={row[0]: Replayed(*row[1:]) for row in await seen.fetchall()},
                versions=dict(await versions.fetchall()),
                last=(await last.fetchall())[0][0],
            )

    async def _insert(self, rows: _Rows, last: int) -> None:
        connection = self.connection
        end = last + len(rows.states)
        failpoint("W3")
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
            if rows.states:
                await connection.execute(_ADVANCE, (end,), prepare=True)
            failpoint("W4")
            self.committing = True
            await connection.execute("COMMIT")
        failpoint("W5")


def _settle(asked: Encoded, known: Known, rows: _Rows) -> Answer:
    """Decide one command against what is known, the commands before it in the batch included."""
    pending = asked.pending
    if replayed := known.seen.get(pending.command_id):
        return replayed
    for write in pending.writes:
        if known.versions.get(write.stream, 0) != write.after:
            return Stale(write.stream)
    for write in pending.writes:
        for version, envelope in enumerate(write.envelopes, start=write.after + 1):
            rows.streams.append(write.stream)
            rows.versions.append(version)
            rows.topics.append(topic(envelope.event))
        known.versions[write.stream] = write.after + len(write.envelopes)
    rows.states += asked.states
    position = known.last + len(rows.states)
    rows.commands.append(pending)
    rows.positions.append(position)
    known.seen[pending.command_id] = Replayed(pending.request_sha256, position, pending.outcome)
    return Appended(position)
