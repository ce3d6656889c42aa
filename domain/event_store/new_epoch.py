"""Begins a new epoch: the store goes on without what it lost, and says so for ever."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from domain.event_store.acknowledged import Journal
from domain.event_store.epoch import look
from domain.event_store.known import KnownFile, alone
from domain.event_store.reconcile import Remains, standing
from domain.event_store.transaction import LOCK, LOCK_TIMEOUT, Connection

_OPEN: Final = """
INSERT INTO store_epoch (epoch, system_identifier, timeline_id, prev_epoch, prev_last_nid,
                         checkpoint, reason, approved_by, beyond)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"""
_BEYOND: Final = """
SELECT setval('stored_events_notification_id_seq', greatest(%s::bigint, last_value))
FROM stored_events_notification_id_seq"""


async def new_epoch(
    connection: Connection, folder: Path, *, reason: str, approved_by: Sequence[str]
) -> tuple[int, Remains]:
    """Opens a new epoch, and returns its number and what was lost in the old one.

    No position is given twice, because the next event stands beyond every known one. What
    was lost is kept in a file beside the journal. Read models stand in the old epoch until
    they are folded again.
    """
    before = await standing(connection, folder)
    async with connection.transaction():
        await connection.execute(LOCK_TIMEOUT)
        await connection.execute(LOCK)
        now = (await look(connection, None)).known
        known = before.known or now
        epoch = max(known.epoch, now.epoch) + 1
        await connection.execute(
            _OPEN,
            (
                epoch,
                now.system_identifier,
                now.timeline,
                now.epoch,
                now.position,
                f"{known.mark.position} {known.mark.sha256}",
                reason,
                list(approved_by),
                known.position,
            ),
        )
        await connection.execute(_BEYOND, (max(known.position, 1),))
        after = await look(connection, None)
    with alone(folder):
        Journal(folder).set_aside({done.command for done in before.lost}, known.epoch)
        KnownFile(folder).put(after.known)
    return epoch, before
