"""A database and the folder of what is known of it, which may be restored."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from domain.aggregates import CODEC
from domain.event_store.connection import connect
from domain.event_store.new_epoch import new_epoch
from domain.event_store.pending import Appended, Pending
from domain.event_store.reconcile import CopyUnfit, Remains, bring_back, standing
from domain.event_store.store import PostgresEventStore, open_store
from domain.event_store.transaction import Connection
from tests.kit.envelopes import pending


@dataclass(frozen=True)
class Installation:
    """A database, and the folder of what is known of it."""

    server: str
    url: str
    folder: Path

    @asynccontextmanager
    async def open(self) -> AsyncIterator[PostgresEventStore]:
        async with open_store(self.url, CODEC, known=self.folder) as store:
            yield store

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[Connection]:
        connection = await connect(self.url)
        try:
            yield connection
        finally:
            await connection.close()

    async def standing(self) -> Remains:
        async with self.connected() as connection:
            return await standing(connection, self.folder)

    async def append(self, commands: int) -> list[Pending]:
        """Appends so many commands of two events each, which are acknowledged."""
        asked = [pending(uuid4(), after=0, count=2) for _ in range(commands)]
        async with self.open() as store:
            for each in asked:
                assert isinstance(await store.append(each), Appended)
        return asked

    async def new_epoch(self) -> int:
        async with self.connected() as connection:
            epoch, _ = await new_epoch(
                connection, self.folder, reason="drill", approved_by=["one", "another"]
            )
        return epoch


def commands(stands: Remains) -> list[UUID]:
    return [done.command for done in stands.lost]


async def refused_copy(place: Installation, url: str) -> str:
    """Says why a copy is not taken, and asserts that nothing has changed."""
    before = await place.standing()
    copy = await connect(url)
    try:
        async with place.connected() as connection:
            assert before.known is not None
            with pytest.raises(CopyUnfit) as unfit:
                await bring_back(copy, connection, before.known)
    finally:
        await copy.close()
    after = await place.standing()
    assert after.seen.last == before.seen.last
    return str(unfit.value)
