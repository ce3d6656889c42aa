"""What a restored store lost, and the two ways on: the events come back, or a new epoch begins.

The epoch stays only if the store again holds all that is known. Nothing is taken from a copy
unless it continues the store exactly, up to what is known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from domain.event_store.acknowledged import Acknowledged, Journal
from domain.event_store.epoch import Difference, Seen, difference, look, mark
from domain.event_store.known import Known, KnownFile, alone
from domain.event_store.transaction import LOCK, LOCK_TIMEOUT, Connection

_AT_ONCE: Final = 5000
_CARRIED_OUT: Final = "SELECT command_id FROM command_log WHERE command_id = ANY(%s)"


class CopyUnfit(Exception):
    """The copy does not hold what the store lost. The message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Remains:
    """The store beside what is known of it. ``lost`` was acknowledged and is not in its log."""

    known: Known | None
    seen: Seen
    difference: Difference | None
    lost: Sequence[Acknowledged]

    @property
    def positions(self) -> range:
        """The positions whose events are missing, or are other than those that were stored."""
        if self.known is None:
            return range(0)
        first = min([self.seen.last + 1, *(done.position - done.events + 1 for done in self.lost)])
        return range(first, max(self.known.position + 1, first))

    @property
    def whole(self) -> bool:
        """Whether nothing that is known is missing, on whatever server the store is."""
        return self.difference in {None, Difference.ANOTHER_SERVER} and not self.lost


async def standing(connection: Connection, folder: Path) -> Remains:
    """Compares the store with what is known and with the whole journal.

    That takes about a second for each 100,000 commands.
    """
    known = KnownFile(folder).load()
    seen = await look(connection, known)
    lost: list[Acknowledged] = []
    journal = Journal(folder).read()
    while batch := list(islice(journal, _AT_ONCE)):
        cursor = await connection.execute(_CARRIED_OUT, ([done.command for done in batch],))
        there = {row[0] for row in await cursor.fetchall()}
        lost += (done for done in batch if done.command not in there)
    return Remains(known, seen, difference(known, seen), list(_once(lost)))


def _once(lost: Sequence[Acknowledged]) -> Iterator[Acknowledged]:
    """Lists each lost command once, however often it was answered."""
    yield from {done.command: done for done in lost}.values()


def take_as_known(folder: Path, stands: Remains) -> None:
    """Makes the store as it stands the known one, in the same epoch. It must be ``whole``."""
    assert stands.whole
    with alone(folder):
        KnownFile(folder).put(stands.seen.known)


async def check_copy(copy: Connection, connection: Connection, known: Known) -> None:
    """Raises :class:`CopyUnfit` unless the copy continues the store up to what is known."""
    store, other = await look(connection, known), await look(copy, known)
    if store.last >= known.position:
        raise CopyUnfit("the store reaches as far as is known; its events are others")
    if other.known.epoch != known.epoch:
        raise CopyUnfit(f"the copy is of epoch {other.known.epoch}, not {known.epoch}")
    if other.last < known.position:
        raise CopyUnfit(f"the copy ends at {other.last}, before {known.position}")
    if other.at_known != known.mark.sha256:
        raise CopyUnfit("the copy holds other events than were stored")
    if await mark(copy, store.last) != store.known.mark:
        raise CopyUnfit("the copy and the store have different events already")


async def bring_back(copy: Connection, connection: Connection, known: Known) -> int:
    """Copies the events, commands and data keys that the store lost; returns how many events.

    With the data keys comes which KEK wrapped them, if it was replaced meanwhile.
    """
    await check_copy(copy, connection, known)
    async with connection.transaction():
        await connection.execute(LOCK_TIMEOUT)
        await connection.execute(LOCK)
        cursor = await connection.execute(_LAST)
        last, epoch = (await cursor.fetchall())[0]
        await _carry(copy, connection, "store_epoch", f"epoch > {int(epoch)}")
        await _carry(copy, connection, "stored_events", f"notification_id > {int(last)}")
        await _carry(copy, connection, "command_log", f"position > {int(last)}")
        if await _has_vault(copy) and await _has_vault(connection):
            await _carry(copy, connection, "vault.secret_key", "true")
            await _carry(copy, connection, "vault.data_key", "true")
        cursor = await connection.execute(_ADVANCE)
        return int((await cursor.fetchall())[0][0]) - int(last)


_LAST: Final = """
SELECT (SELECT coalesce(max(notification_id), 0) FROM stored_events),
       (SELECT max(epoch) FROM store_epoch)"""
_ADVANCE: Final = """
SELECT setval('stored_events_notification_id_seq', max(notification_id)) FROM stored_events"""


async def _carry(copy: Connection, connection: Connection, table: str, where: str) -> None:
    """Copies rows of a table by binary COPY. Those that are there already stay as they are."""
    await connection.execute(f"CREATE TEMP TABLE carried (LIKE {table}) ON COMMIT DROP".encode())
    async with (
        copy.cursor() as there,
        connection.cursor() as here,
        there.copy(
            f"COPY (SELECT * FROM {table} WHERE {where}) TO STDOUT (FORMAT BINARY)".encode()
        ) as rows,
        here.copy(b"COPY carried FROM STDIN (FORMAT BINARY)") as into,
    ):
        async for block in rows:
            await into.write(block)
    await connection.execute(
        f"INSERT INTO {table} SELECT * FROM carried ON CONFLICT DO NOTHING".encode()
    )
    await connection.execute("DROP TABLE carried")


async def _has_vault(connection: Connection) -> bool:
    cursor = await connection.execute("SELECT to_regclass('vault.data_key') IS NOT NULL")
    return (await cursor.fetchall())[0] == (True,)
