"""Commits to the draws of the next seven days, and reveals those whose day is over (ADR 80)."""

import asyncio
import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final

from domain.calendar import local_day
from domain.event_store.transaction import Connection
from domain.keyring import KeyErased
from domain.offices.tree import REGIONS
from domain.vault import SealBroken
from projections.draws.queries import committed_from, over
from workers.draws.custody import SeedCustody
from workers.interval import every

AHEAD: Final = 7
"""So a week is committed to before its first day, and one look a week sees all commitments."""
_EVERY_S: Final = 30.0
_log: Final = logging.getLogger(__name__)


async def run(
    url: str, custody: SeedCustody, clock: Callable[[], datetime], stop: asyncio.Event
) -> None:
    """Looks twice a minute until ``stop`` is set."""

    async def look(connection: Connection) -> None:
        await keep(connection, custody, local_day(clock()))

    await every(_EVERY_S, url, look, stop)


async def keep(connection: Connection, custody: SeedCustody, today: date) -> None:
    """Reveals what is over, and commits to today, if nobody has, and to the days ahead.

    The read model only says where to look. A seed that is lost is told in the log, and everybody
    sees that it was never revealed. The others go on.
    """
    for region, day in await over(connection, today):
        try:
            await custody.reveal(region, day)
        except (KeyErased, SealBroken) as lost:
            _log.error("draws: the seed of %s %s is lost: %s", region, day, type(lost).__name__)
    known = await committed_from(connection, today)
    for ahead in range(AHEAD + 1):
        day = today + timedelta(days=ahead)
        for region in REGIONS:
            if (region, day) not in known:
                await custody.commit(region, day)
