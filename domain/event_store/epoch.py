"""Whether the store is the one that is known: nothing is missing, and nothing is other.

A store that was restored from a backup gives positions out again, and a reader that stands
further takes the new events for ones it has seen. docs/trust-model.md has the rules of epochs.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from domain.event_store.known import Known, LogMark
from domain.event_store.pending import StoreUnavailable
from domain.event_store.transaction import Connection

_MARKED: Final = 32
"""How many events a mark is made of."""

_LOOK: Final = """
SELECT (SELECT coalesce(max(epoch), 0) FROM store_epoch),
       (SELECT coalesce(max(notification_id), 0) FROM stored_events),
       s.system_identifier, c.timeline_id, clock_timestamp(), pg_is_in_recovery()
FROM pg_control_system() AS s, pg_control_checkpoint() AS c"""
_LAST_EVENTS: Final = """
SELECT notification_id, originator_id, originator_version, topic, state
FROM stored_events WHERE notification_id <= %s ORDER BY notification_id DESC LIMIT %s"""


class Difference(StrEnum):
    """How the store differs from what is known of it. The first that applies is told."""

    EPOCH_BEHIND = "epoch_behind"
    EVENTS_MISSING = "events_missing"
    HISTORY_DIFFERS = "history_differs"
    ANOTHER_SERVER = "another_server"


WORDS: Final[Mapping[Difference, str]] = {
    Difference.EPOCH_BEHIND: "it is of an earlier epoch than the one known",
    Difference.EVENTS_MISSING: "events that were stored are missing",
    Difference.HISTORY_DIFFERS: "its events are not those that were stored",
    Difference.ANOTHER_SERVER: "it is on another database server than before",
}


class StoreReadOnly(StoreUnavailable):
    """The store was restored or exchanged, and an operator has to decide how it goes on."""

    def __init__(self, difference: Difference) -> None:
        super().__init__(
            f"The store answers questions only: {WORDS[difference]}. "
            "Nothing is written until an operator has looked: cheguan store status."
        )
        self.difference = difference


@dataclass(frozen=True, slots=True)
class Seen:
    """The store as it stands: what is to be known of it, and its mark at the known position.

    ``at_known`` is None if the store does not reach that far.
    """

    known: Known
    at_known: str | None

    @property
    def last(self) -> int:
        return self.known.position


async def look(connection: Connection, known: Known | None) -> Seen:
    """Reads how the store stands.

    ``known`` must have been read before, so that a store in use is never behind it. Raises
    ``ConnectionRefusedError`` on a standby, which may be behind its primary.
    """
    cursor = await connection.execute(_LOOK, binary=True)
    epoch, last, system, timeline, at, standby = (await cursor.fetchall())[0]
    if standby:
        raise ConnectionRefusedError("a standby")
    at_known = None
    if known and known.mark.position <= last:
        at_known = (await mark(connection, known.mark.position)).sha256
    return Seen(_known(epoch, await mark(connection, last), system, timeline, at), at_known)


async def mark(connection: Connection, position: int) -> LogMark:
    """Hashes the last events up to ``position``, together with their places."""
    cursor = await connection.execute(_LAST_EVENTS, (position, _MARKED), binary=True)
    hashed = hashlib.sha256()
    for at, stream, version, topic, state in await cursor.fetchall():
        content = hashlib.sha256(state).hexdigest()
        hashed.update(f"{at} {stream} {version} {topic} {content}\n".encode())
    return LogMark(position, hashed.hexdigest())


def difference(known: Known | None, seen: Seen) -> Difference | None:
    """Compares the store with what is known of it. None means that it goes on from there.

    It may do so on any timeline of its server, which a failover changes, and in a later
    epoch, which an operator has opened from another machine.
    """
    if known is None or seen.known.epoch > known.epoch:
        return None
    if seen.known.epoch < known.epoch:
        return Difference.EPOCH_BEHIND
    if seen.last < known.position:
        return Difference.EVENTS_MISSING
    if seen.at_known != known.mark.sha256:
        return Difference.HISTORY_DIFFERS
    if seen.known.system_identifier != known.system_identifier:
        return Difference.ANOTHER_SERVER
    return None


def _known(epoch: int, last: LogMark, system: int, timeline: int, at: datetime) -> Known:
    return Known(
        epoch=epoch,
        position=last.position,
        mark=last,
        system_identifier=system,
        timeline=timeline,
        at=at,
    )
