"""One piece of work of a queue. What fails steps aside, and whatever stands behind it is served."""

import logging
from collections.abc import Awaitable
from contextlib import suppress
from typing import Final
from uuid import UUID

import psycopg

from domain.event_store import set_aside
from domain.event_store.epoch import StoreReadOnly
from domain.event_store.pending import EventUnwritable, OutcomeUnknown, StoreUnavailable
from domain.event_store.transaction import Connection
from domain.refusal import Refusal

AWAY: Final = (psycopg.Error, OSError, StoreUnavailable, OutcomeUnknown)
"""The store cannot be reached, or does not say what it has done, so everything is tried again."""
_log: Final = logging.getLogger(__name__)


async def tried(
    connection: Connection, worker: str, stream: UUID, task: str, work: Awaitable[str | None]
) -> bool:
    """Says whether ``work`` was done. It returns why it was not, or None, or is refused.

    Raises what :data:`AWAY` names. Even then the work steps aside, because it may be what the
    store cannot take. A store that takes nothing at all says nothing about the work, which goes
    on as soon as it opens. A fault of ours is told in the log, and never stops the others.
    """
    try:
        why = await work
    except Refusal as refusal:
        why = refusal.code
    except EventUnwritable as fault:
        why = _faulty(worker, stream, fault)
    except StoreReadOnly:
        raise
    except AWAY as away:
        with suppress(psycopg.Error, OSError):
            await set_aside.put(connection, worker, stream, task, type(away).__name__)
        raise
    except Exception as fault:  # noqa: BLE001 - what fails on one stream never stops the others
        why = _faulty(worker, stream, fault)
    if why is None:
        return True
    await set_aside.put(connection, worker, stream, task, why)
    return False


def _faulty(worker: str, stream: UUID, fault: Exception) -> str:
    _log.error("%s: a fault of ours on stream %s", worker, stream, exc_info=fault)
    return type(fault).__name__
