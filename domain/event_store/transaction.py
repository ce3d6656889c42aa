"""The one transaction that appends: many commands, one durable commit (ADR 2, ADR 21).

Under the advisory lock no other writer moves. So what is read here still holds when it is
written: the commands that were carried out, the versions of the streams touched, the last
position. The lock is kept through the commit, so positions become visible in their order.
"""

import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, LiteralString
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.pq.abc import PGresult
from psycopg.rows import TupleRow

from domain.event_store import arrays
from domain.event_store.encoded import Encoded
from domain.event_store.pending import Answer, Appended, Outrun, Pending, Replayed
from domain.event_store.round_trip import Prepared, results, send
from domain.failpoints import failpoint
from domain.recorded_event import topic

Connection = AsyncConnection[TupleRow]

APPEND_LOCK: Final = 7301
LOCK_TIMEOUT: Final[LiteralString] = "SET LOCAL lock_timeout = '1800ms'"
LOCK: Final[LiteralString] = "SELECT pg_advisory_xact_lock(7301)"

PREPARE: Final[LiteralString] = f"""
PREPARE cheguan_lock AS {LOCK};

PREPARE cheguan_known (uuid[], uuid[]) AS
SELECT command_id, request_sha256, position, outcome
FROM command_log WHERE command_id = ANY($1)
UNION ALL
SELECT s.id, NULL, v.originator_version, NULL
FROM unnest($2) AS s(id) CROSS JOIN LATERAL (
    SELECT originator_version FROM stored_events
    WHERE originator_id = s.id ORDER BY originator_version DESC LIMIT 1
) AS v
UNION ALL
SELECT NULL, NULL, greatest(
    (SELECT notification_id FROM stored_events ORDER BY notification_id DESC LIMIT 1),
    (SELECT max(beyond) FROM store_epoch)
), NULL;

PREPARE cheguan_insert (
    uuid[], bigint[], text[], bytea[], bigint[], uuid[], bytea[], bigint[], bytea[], bigint
) AS
WITH events AS (
    INSERT INTO stored_events
        (originator_id, originator_version, topic, state, notification_id)
    SELECT * FROM unnest($1, $2, $3, $4, $5)
), commands AS (
    INSERT INTO command_log (command_id, request_sha256, position, outcome)
    SELECT * FROM unnest($6, $7, $8, $9)
)
SELECT setval('stored_events_notification_id_seq', greatest($10, 1), $10 > 0)"""
"""What a writing connection prepares. ``known`` reads which commands were carried out
before, the versions of streams and the last position. ``insert`` writes it all."""
_BEGIN: Final = b"BEGIN"
_COMMIT: Final = b"COMMIT"
_LOCK: Final = Prepared(b"cheguan_lock", ())
_NUMBER: Final = struct.Struct(">q")
CONFIRM: Final[LiteralString] = """
SELECT CASE WHEN current_setting('synchronous_standby_names') <> ''
THEN pg_logical_emit_message(true, 'cheguan', '') END"""
"""Makes the commit wait for the standby, and so for every commit before it. After a cancelled
wait or a crash, a primary also shows what it has committed alone, and that may yet be lost."""


@dataclass(slots=True)
class UnderLock:
    """What the first half of the transaction read."""

    seen: dict[UUID, Replayed]
    versions: dict[UUID, int]
    last: int


@dataclass(slots=True)
class _Rows:
    """The commands that are to be written, as columns."""

    streams: list[UUID] = field(default_factory=list)
    versions: list[int] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    states: list[bytes] = field(default_factory=list)
    commands: list[Pending] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Transaction:
    """One append: first :meth:`ask`, then :meth:`read`, then :meth:`write`.

    A transaction can be asked for while the one before commits: the server begins it next
    (ADR 13). After an error, ``committing`` tells whether a commit may have happened.
    """

    connection: Connection
    committing: bool = False

    def ask(self, batch: Sequence[Encoded]) -> None:
        """Asks for the append lock, and for what then holds until the commit."""
        commands = arrays.uuids([asked.pending.command_id for asked in batch])
        streams = arrays.uuids({write.stream for a in batch for write in a.pending.writes})
        known = Prepared(b"cheguan_known", (commands, streams))
        send(self.connection, (_BEGIN, _LOCK, known))

    async def read(self) -> UnderLock:
        """Returns what :meth:`ask` has asked for."""
        return _known((await results(self.connection))[-1])

    async def write(
        self, batch: Sequence[Encoded], known: UnderLock, meanwhile: Callable[[], None]
    ) -> list[Answer]:
        """Writes what is not stale, and answers each command, in their order.

        After an error nothing is stored, unless the transaction is ``committing``.
        ``meanwhile`` is called while the server writes.
        """
        rows = _Rows()
        answers = [_settle(asked, known, rows) for asked in batch]
        if rows.commands:
            failpoint("W3")
            send(self.connection, self._then_commit(_insert(rows, known.last)))
        else:
            self.committing = True
            send(self.connection, (CONFIRM.encode(), _COMMIT))
        meanwhile()
        await results(self.connection)
        if rows.commands:
            failpoint("W5")
        return answers

    def _then_commit(self, insert: Prepared) -> Iterator[bytes | Prepared]:
        yield insert
        failpoint("W4")
        self.committing = True
        yield _COMMIT


def _insert(rows: _Rows, last: int) -> Prepared:
    end = last + len(rows.states)
    return Prepared(
        b"cheguan_insert",
        (
            arrays.uuids(rows.streams),
            arrays.int8s(rows.versions),
            arrays.texts(rows.topics),
            arrays.byteas(rows.states),
            arrays.int8s(range(last + 1, end + 1)),
            arrays.uuids([c.command_id for c in rows.commands]),
            arrays.byteas([c.request_sha256 for c in rows.commands]),
            arrays.int8s(rows.positions),
            arrays.byteas([c.outcome for c in rows.commands]),
            _NUMBER.pack(end),
        ),
    )


def _known(found: PGresult) -> UnderLock:
    """Tells the three kinds of rows apart: a command has a request, a stream only an id, and
    the last position neither."""
    known = UnderLock({}, {}, 0)
    for row in range(found.ntuples):
        about, sha256, number, outcome = (found.get_value(row, column) for column in range(4))
        assert number is not None
        place = _NUMBER.unpack(number)[0]
        if about is None:
            known.last = place
        elif sha256 is None or outcome is None:
            known.versions[UUID(bytes=about)] = place
        else:
            known.seen[UUID(bytes=about)] = Replayed(sha256, place, outcome)
    return known


def _settle(asked: Encoded, known: UnderLock, rows: _Rows) -> Answer:
    """Answers one command by what is known, with what the commands before it will write."""
    pending = asked.pending
    if replayed := known.seen.get(pending.command_id):
        return replayed
    for write in pending.writes:
        if known.versions.get(write.stream, 0) != write.after:
            return Outrun(write.stream)
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
