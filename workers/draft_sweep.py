"""Deletes drafts that nobody has saved for seven days, and with each its key (ADR 69)."""

import asyncio
from contextlib import suppress
from typing import Final

from domain.event_store.draft_table import PostgresDraftTable
from domain.event_store.pending import StoreUnavailable
from workers.pause import pause

_EVERY_S: Final = 600.0


async def run(vault_url: str, stop: asyncio.Event) -> None:
    """Looks every ten minutes until ``stop`` is set. While the vault is away it tries again."""
    table = PostgresDraftTable(vault_url)
    try:
        while True:
            with suppress(StoreUnavailable):
                await table.sweep()
            if stop.is_set():
                return
            await pause(stop, _EVERY_S)
    finally:
        await table.close()
