"""A connection of the test's own, beside those of what it tests."""

from collections.abc import AsyncIterator

import pytest

from domain.event_store.connection import connect
from domain.event_store.transaction import Connection


@pytest.fixture
async def connection(database_url: str) -> AsyncIterator[Connection]:
    opened = await connect(database_url)
    yield opened
    await opened.close()
