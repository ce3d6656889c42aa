"""The ways between the parcels of this installation and its carriers."""

import asyncio
from collections.abc import Collection
from datetime import timedelta
from typing import Final

import psycopg
from psycopg_pool import PoolTimeout

from api.desk import Desk
from cheguan.carrier_client import notify_urls
from cheguan.settings import Settings
from domain.carriers.dispatch import Dispatch, WhichAreSilent
from domain.carriers.health import DURING
from projections.carriage.queries import telling
from workers.carriers.enquiry import CarrierQuery
from workers.carriers.ways import ways
from workers.reactions.outward import Outward

_FIRST_SCAN: Final = 4
"""The first scan comes within this part of the time after which one asks for a parcel."""


def to_carriers(settings: Settings, made: Desk) -> tuple[Outward, ...]:
    """Nothing, if the settings name no carrier: then offices buy their labels at a counter."""
    if not made.carriers:
        return ()
    dispatch = Dispatch(made.carriers, silent_by_callbacks(made, first_scan_within(settings)))
    return ways(made.door, made.keyring, dispatch, notify_urls(settings), made.clock)


async def enquire(settings: Settings, url: str, made: Desk, stop: asyncio.Event) -> None:
    """Asks the carriers about parcels of which nothing was heard, until ``stop`` is set."""
    if made.carriers:
        enquiry = CarrierQuery(made.door, made.carriers, made.clock, silence(settings))
        await enquiry.run(url, stop)


def silence(settings: Settings) -> timedelta:
    """After so long without news of a parcel its carrier is asked, by the clock of the service."""
    return timedelta(seconds=settings.carrier_silence_s)


def first_scan_within(settings: Settings) -> timedelta:
    """So soon a carrier tells of an item for the first time."""
    return silence(settings) / _FIRST_SCAN


def silent_by_callbacks(made: Desk, within: timedelta) -> WhichAreSilent:
    """Asks the read model. While that cannot be asked, no carrier counts as silent."""

    async def which() -> Collection[str]:
        try:
            async with made.reading.connection() as reading:
                told = await telling(reading, made.clock(), within, DURING)
        except (psycopg.Error, PoolTimeout, OSError):
            return ()
        return [carrier for carrier, each in told.items() if each.silent]

    return which
