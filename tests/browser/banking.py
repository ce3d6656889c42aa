"""A bank beside a site, as a process of its own, and whoever carries out what it tells."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from api.desk import Desk
from cheguan.bank_child import bank_beside
from cheguan.register import check, react
from cheguan.settings import Settings
from cheguan.taken_in import take_in


@asynccontextmanager
async def bank_open(secrets: Path) -> AsyncIterator[str]:
    """The address of the bank, whose process ends with the context."""
    with bank_beside(Settings(demo=True, secrets_dir=secrets)) as beside:
        process = await beside.process.start()
        try:
            assert beside.settings.bank_url
            yield beside.settings.bank_url
        finally:
            process.terminate()
            await process.wait()


async def worked_off(secrets: Path, url: str, made: Desk, stop: asyncio.Event) -> None:
    """Checks cases, reacts to events, and takes callbacks in, until ``stop`` is set."""
    settings = Settings(demo=True, secrets_dir=secrets)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(check(settings, url, made, stop))
        tasks.create_task(react(settings, url, made, stop))
        tasks.create_task(take_in(made, stop))
