"""For how long files are kept: what a case names stays, and the rest is deleted in time."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, LiteralString
from uuid import UUID

from domain.event_store import arrays
from domain.event_store.connection import connector
from domain.event_store.questions import Questions
from domain.event_store.transaction import Connection
from domain.uploads.upload import UNUSED_FOR

UNDER_WAY: Final = timedelta(hours=1)
"""For so much longer a file stays that a form may have named in its last moment."""
_AT_ONCE: Final = 1_000

_END: Final[LiteralString] = """
SELECT (SELECT max(epoch) FROM store_epoch),
       (SELECT coalesce(max(notification_id), 0) FROM stored_events)"""
_NOW: Final[LiteralString] = """
SELECT clock_timestamp(), EXISTS (
    SELECT FROM vault.upload WHERE case_id IS NULL AND owner <> ''
)"""
_FOLLOWED: Final[LiteralString] = """
SELECT position FROM vault.uploads_followed WHERE epoch = %s"""
_NOTE: Final[LiteralString] = """
UPDATE vault.upload AS u SET case_id = named.case_id
FROM unnest(%s, %s) AS named (sha256, case_id)
WHERE u.sha256 = named.sha256 AND u.case_id IS NULL AND u.owner <> ''"""
_MOVE: Final[LiteralString] = """
INSERT INTO vault.uploads_followed (epoch, position) VALUES (%s, %s)
ON CONFLICT (epoch) DO UPDATE SET position = greatest(uploads_followed.position, excluded.position)
"""
_DELETE: Final[LiteralString] = """
DELETE FROM vault.data_key WHERE key_id IN (
    SELECT key_id FROM vault.upload
    WHERE case_id IS NULL AND owner <> '' AND uploaded_at < %s
    ORDER BY uploaded_at LIMIT %s
) RETURNING true"""
_WAITING: Final[LiteralString] = """
SELECT sha256 FROM vault.upload
WHERE scan = 'pending' AND uploaded_at < clock_timestamp() - %s::interval
ORDER BY random() LIMIT %s"""


async def end_of_log(store: Connection) -> tuple[int, int]:
    """The epoch of the store, and the position of its last event."""
    cursor = await store.execute(_END)
    epoch, position = (await cursor.fetchall())[0]
    return epoch, position


class UploadKeeping:
    """What the worker asks of the vault.

    Raises :class:`~domain.event_store.pending.StoreUnavailable` when the vault is away.
    """

    def __init__(self, url: str) -> None:
        self._questions = Questions(connector(url))

    async def now(self) -> tuple[datetime, bool]:
        """The time of the vault, and whether there is any file that no case is known to name."""
        now, some = (await self._questions.rows(_NOW))[0]
        return now, some

    async def followed(self, epoch: int) -> int:
        """How far the log of this epoch has been looked through."""
        rows = await self._questions.rows(_FOLLOWED, (epoch,))
        return int(rows[0][0]) if rows else 0

    async def note(self, cases: Mapping[bytes, UUID]) -> None:
        """Notes for each file a case that names it. So it stays for as long as its key."""
        if cases:
            values = (arrays.byteas(cases.keys()), arrays.uuids(cases.values()))
            await self._questions.rows(_NOTE, values)

    async def move(self, epoch: int, position: int) -> None:
        """Says how far the log has been looked through."""
        await self._questions.rows(_MOVE, (epoch, position))

    async def delete_unused(self, now: datetime) -> int:
        """Deletes what has waited too long, and its keys. Returns how many files that were."""
        before, deleted = now - UNUSED_FOR - UNDER_WAY, 0
        while rows := await self._questions.rows(_DELETE, (before, _AT_ONCE)):
            deleted += len(rows)
        return deleted

    async def waiting(self, longer_than: timedelta, limit: int) -> Sequence[bytes]:
        """Some of the files in quarantine, by chance, so that one without a verdict delays none."""
        return [row[0] for row in await self._questions.rows(_WAITING, (longer_than, limit))]

    async def close(self) -> None:
        await self._questions.close()
