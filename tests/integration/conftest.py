"""What most of these tests work on: the application, and a connection of the test's own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.event_store.connection import connect
from domain.event_store.transaction import Connection
from tests.kit.served import Service, served


@pytest.fixture
async def connection(database_url: str) -> AsyncIterator[Connection]:
    opened = await connect(database_url)
    yield opened
    await opened.close()


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path) as opened:
        yield opened
