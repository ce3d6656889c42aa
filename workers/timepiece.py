"""By which clock deadlines pass: that of the database server, or that of a demo's town.

A server whose clock is wrong would let cases lapse that have days left, and nothing brings them
back. So before anything passes its clock is compared with three others: that of this machine, the
time since the last look, and the log (ADR 97).
"""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple, Protocol

from domain.codec import Codec
from domain.event_store import clock_halt
from domain.event_store.log import last_position, read_log
from domain.event_store.transaction import Connection

APART: Final = timedelta(seconds=2)
"""So far the clocks of two machines that are kept by NTP never are apart."""
JUMP: Final = timedelta(minutes=10)
"""More than a pause of a process, and less than the shortest term."""
_log: Final = logging.getLogger(__name__)


class Suspicion(StrEnum):
    """Why deadlines stand still. Only the first mends itself."""

    APART = "clocks-apart"
    FORWARD = "clock-jumped-forward"
    BACK = "clock-jumped-back"
    BEHIND_THE_LOG = "clock-behind-the-log"


class Timepiece(Protocol):
    """What says when it is."""

    async def now(self, connection: Connection) -> datetime | None:
        """The instant up to which deadlines pass, in UTC. None while they stand still."""


class TownTime:
    """The clock of a town, which may be set forward by whoever tries it out."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    async def now(self, connection: Connection) -> datetime | None:
        return self._clock()


class _Look(NamedTuple):
    shown: datetime
    at_s: float


class ServerTime:
    """The clock of the database server, watched.

    ``clock`` is that of this machine, and ``monotonic`` counts seconds that nobody can set.
    """

    def __init__(
        self,
        codec: Codec,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._codec = codec
        self._clock = clock
        self._monotonic = monotonic
        self._last: _Look | None = None

    async def now(self, connection: Connection) -> datetime | None:
        """Halts at a suspicion. After a jump an operator must say that deadlines go on."""
        before = self._clock()
        found = await clock_halt.read(connection)
        after = self._clock()
        apart = not before - APART <= found.now <= after + APART
        if found.halted is not None:
            self._last = None
            if not found.released and (found.halted != Suspicion.APART or apart):
                return None
            await clock_halt.go_on(connection)
            _log.warning("timekeeper: deadlines pass again, it is %s", found.now.isoformat())
        why = Suspicion.APART if apart else await self._jumped(connection, found)
        if why is None:
            return found.now
        self._last = None
        await clock_halt.halt(connection, why)
        _log.error(
            "timekeeper: no deadline passes (%s): the database server says %s and this machine %s."
            " Set the clock right; after a jump `cheguan workers retry clock` lets them go on.",
            why,
            found.now.isoformat(),
            after.isoformat(),
        )
        return None

    async def _jumped(
        self, connection: Connection, found: clock_halt.ServerClock
    ) -> Suspicion | None:
        """Compares with the last look, or at the first one with the last event of the log.

        Whoever has released the deadlines has looked himself.
        """
        last, self._last = self._last, _Look(found.now, self._monotonic())
        if last is None:
            if found.released or not await self._behind_the_log(connection, found.now):
                return None
            return Suspicion.BEHIND_THE_LOG
        passed = timedelta(seconds=self._last.at_s - last.at_s)
        beyond = found.now - last.shown - passed
        if beyond > JUMP:
            return Suspicion.FORWARD
        return Suspicion.BACK if beyond < -JUMP else None

    async def _behind_the_log(self, connection: Connection, now: datetime) -> bool:
        position = await last_position(connection)
        latest = await read_log(connection, self._codec, position - 1, 1)
        return any(recorded.envelope.at > now + JUMP for recorded in latest)
