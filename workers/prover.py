"""Once a night everything is folded again from the events and compared (ADR 71)."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, time
from typing import Any, Final

from domain.calendar import OFFICE_ZONE, local_day
from domain.codec import Codec
from domain.event_store.transaction import Connection
from projections.engine.projection import Projection
from projections.engine.proofs import BeingProved, FigureProof, last_proof, prove
from workers.interval import every
from workers.pause import pause

AT_NIGHT: Final = time(2)
"""From this hour of the office on. The first time of all does not wait for it."""
_EVERY_S: Final = 30.0
_RESTS: Final = 3.0
"""It rests three times as long as it works, so it takes a quarter of a core at most."""


async def run(
    url: str,
    projections: Sequence[Projection[Any]],
    codec: Codec,
    clock: Callable[[], datetime],
    stop: asyncio.Event,
) -> None:
    """Looks twice a minute whether it is time, until ``stop`` is set."""

    async def rest(seconds: float) -> None:
        if stop.is_set():
            raise _Stopped
        await pause(stop, _RESTS * seconds)

    async def look(connection: Connection) -> None:
        now = clock()
        if is_due(await last_proof(connection), now):
            try:
                await prove(url, projections, codec, now, rest)
            except (BeingProved, _Stopped):
                return

    await every(_EVERY_S, url, look, stop)


class _Stopped(Exception):
    """Whoever stops the worker does not wait for it. It begins again another time."""


def is_due(last: FigureProof | None, now: datetime) -> bool:
    """Whether nobody has done it yet, or not since the last night began."""
    if last is None:
        return True
    return local_day(last.at) < local_day(now) and now.astimezone(OFFICE_ZONE).time() >= AT_NIGHT
