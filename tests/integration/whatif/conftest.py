"""The town is told once for all who ask."""

import asyncio
from collections.abc import Iterator

import pytest

from cheguan.whatif import outcome
from domain.aggregates import CODEC
from tests.conftest import fresh_database
from tests.kit.whatif_town import ToldTown, tell_the_town


@pytest.fixture(scope="package")
def town_url(postgres_server: str, migrated_template: str) -> Iterator[str]:
    """A town in which many are called to a window or collect there, told to its end."""
    with fresh_database(postgres_server, migrated_template) as url:
        asyncio.run(tell_the_town(url))
        yield url


@pytest.fixture
async def town(town_url: str) -> ToldTown:
    return ToldTown(town_url, await outcome.were_taken(town_url, CODEC))
