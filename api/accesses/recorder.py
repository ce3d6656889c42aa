"""Records looks at cases after the answer has left, so that no reader waits for it.

What waits to be written is bounded, and what cannot be written is counted and told: nothing is
lost in silence, unless the process is killed.
"""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import msgspec

from api.accesses import looks
from api.accesses.looks import LookedAt
from api.last_resort import logged
from api.security.events import VIEWS_UNRECORDED
from api.security.log import noted
from domain.accesses.access_record import ACCESS_RECORD
from domain.accesses.commands import RecordView
from domain.accesses.decisions import hour_of
from domain.accesses.state import access_record_of
from domain.door.attempt import Opened
from domain.door.door import Door
from domain.door.request import CHANNEL, Request
from domain.event_store.epoch import StoreReadOnly
from domain.event_store.pending import OutcomeUnknown, StoreUnavailable
from domain.name_based import uuid5
from domain.people import Actor, system
from projections.caseload.queries import Entry

RECORDER: Final = system("access-recorder")
WAITING: Final = 1_000
"""So many looks wait at most while the store is away."""
_REMEMBERED: Final = 10_000
_AGAIN_S: Final = 1.0
_LAST_S: Final = 2.0
_LOOKS: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a42").bytes
_AWAY: Final = (StoreUnavailable, OutcomeUnknown, StoreReadOnly)


class AccessRecorder:
    """Records the looks of one process. ``clock`` gives UTC, in the time of the service."""

    def __init__(self, door: Door, clock: Callable[[], datetime], waiting: int = WAITING) -> None:
        self._door = door
        self._clock = clock
        self._waiting: asyncio.Queue[tuple[LookedAt, datetime]] = asyncio.Queue(waiting)
        self._recent: OrderedDict[LookedAt, datetime] = OrderedDict()
        self._writing: asyncio.Task[None] | None = None
        self._unwritten = 0

    def state_seen(self, opened: Opened[Any], by: Actor) -> None:
        """Somebody is shown a stream as it stands."""
        self._seen(looks.at_state(opened, by))

    def history_seen(self, opened: Opened[Any], by: Actor) -> None:
        """Somebody is shown what happened to a stream."""
        self._seen(looks.at_history(opened, by))

    def documents_seen(self, opened: Opened[Any], by: Actor) -> None:
        """Somebody is shown which documents a case has."""
        self._seen(looks.at_documents(opened, by))

    def found_seen(self, entries: Iterable[Entry], by: Actor) -> None:
        """Somebody is shown the cases of a number."""
        for look in looks.at_found(entries, by):
            self._seen(look)

    def _seen(self, look: LookedAt | None) -> None:
        """Whoever looks again within the hour costs nothing."""
        if look is None:
            return
        hour = hour_of(self._clock())
        if self._recent.get(look) == hour:
            return
        try:
            self._waiting.put_nowait((look, hour))
        except asyncio.QueueFull:
            noted(VIEWS_UNRECORDED, count=1, why="too-many")
            return
        self._unwritten += 1
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        self._recent[look] = hour
        self._recent.move_to_end(look)
        if len(self._recent) > _REMEMBERED:
            self._recent.popitem(last=False)

    async def close(self) -> None:
        """Writes what still waits, for some seconds at most."""
        if self._writing is None:
            return
        with suppress(TimeoutError):
            await asyncio.wait_for(self._waiting.join(), _LAST_S)
        self._writing.cancel()
        with suppress(asyncio.CancelledError):
            await self._writing
        if self._unwritten:
            noted(VIEWS_UNRECORDED, count=self._unwritten, why="stopped")

    async def recorded(self) -> None:
        """Returns when all that was seen is written."""
        await self._waiting.join()

    async def _write(self) -> None:
        while True:
            look, hour = await self._waiting.get()
            await self._written(look, hour)
            self._unwritten -= 1
            self._waiting.task_done()

    async def _written(self, look: LookedAt, hour: datetime) -> None:
        """Writes one look. While the store is away it waits, and the others behind it."""
        while True:
            try:
                await self._door.handle(
                    ACCESS_RECORD,
                    access_record_of(look.case),
                    _command(look, hour),
                    _request(look, hour),
                )
                return
            except _AWAY:
                await asyncio.sleep(_AGAIN_S)
            except Exception as error:  # noqa: BLE001 - one look never takes the others with it
                logged(error)
                noted(VIEWS_UNRECORDED, count=1, why="refused")
                return


def _command(look: LookedAt, hour: datetime) -> RecordView:
    return RecordView(
        case=look.case,
        office=look.office,
        role=look.by.role,
        officer=look.by.person,
        officer_office=look.by.office,
        view=look.view,
        hour=hour,
    )


def _request(look: LookedAt, hour: datetime) -> Request:
    """The same look in the same hour is the same request, in whichever process."""
    asked = msgspec.json.encode((look.case, look.by, look.view, hour))
    return Request(
        by=RECORDER,
        channel=CHANNEL,
        command_id=uuid5(_LOOKS, asked.decode()),
        sha256=hashlib.sha256(asked).digest(),
    )
