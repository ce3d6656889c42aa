"""Scans what waits in quarantine, and deletes uploads that no case has named in time (ADR 42)."""

import asyncio
import logging
from datetime import timedelta
from typing import Final

import msgspec

from domain.case.handed_in import NAMING, papers_in
from domain.codec import Codec
from domain.event_store.reactions.causes import causes_after
from domain.event_store.transaction import Connection
from domain.event_store.upload_keeping import UploadKeeping, end_of_log
from domain.uploads.custody import Custody, Gone
from domain.uploads.refusals import UploadInfected
from domain.vault import SealBroken
from workers.interval import every

_TOPICS: Final = frozenset(event.__name__ for event in NAMING)
_EVERY_S: Final = 60.0
_PAGE: Final = 500
_SCANNED_AT_ONCE: Final = 20
_ITS_OWN_TURN: Final = timedelta(seconds=30)
"""For so long the process that has taken a file in may still be about it."""
_log: Final = logging.getLogger(__name__)


async def run(
    url: str, vault_url: str, codec: Codec, custody: Custody, stop: asyncio.Event
) -> None:
    """Looks once a minute until ``stop`` is set."""
    keeping = UploadKeeping(vault_url)

    async def look(connection: Connection) -> None:
        await scan(keeping, custody)
        await sweep(connection, keeping, codec)

    try:
        await every(_EVERY_S, url, look, stop)
    finally:
        await keeping.close()


async def scan(
    keeping: UploadKeeping, custody: Custody, longer_than: timedelta = _ITS_OWN_TURN
) -> None:
    """Has everything judged that waits. What is infected is deleted."""
    for name in await keeping.waiting(longer_than, _SCANNED_AT_ONCE):
        try:
            await custody.judge(name)
        except (UploadInfected, Gone):
            continue
        except SealBroken:
            _log.error("uploads: %s does not open, and stays in quarantine", name.hex())


async def sweep(connection: Connection, keeping: UploadKeeping, codec: Codec) -> int:
    """Deletes what nobody has used; the number of files.

    The time is taken before the end of the log, and the log is read to that end. So whatever
    was named in time is known to be before anything is deleted. While an event cannot be read,
    nothing is deleted, because it may name anything.
    """
    now, some = await keeping.now()
    epoch, end = await end_of_log(connection)
    if not some:
        await keeping.move(epoch, end)
        return 0
    if not await _followed(connection, keeping, codec, epoch, end):
        return 0
    return await keeping.delete_unused(now)


async def _followed(
    connection: Connection, keeping: UploadKeeping, codec: Codec, epoch: int, end: int
) -> bool:
    """Notes the files that events up to ``end`` name. False says that one cannot be read."""
    position = await keeping.followed(epoch)
    while position < end:
        found, upto = await causes_after(connection, position, _TOPICS, _PAGE)
        try:
            cases = {
                bytes.fromhex(paper.sha256): each.stream
                for each in found
                for paper in papers_in(codec.decode(each.state).event)
            }
        except (msgspec.MsgspecError, UnicodeDecodeError):
            _log.error("uploads: nothing is deleted, as an event behind %s is unreadable", position)
            return False
        await keeping.note(cases)
        await keeping.move(epoch, upto)
        position = upto
        await asyncio.sleep(0)
    return True
