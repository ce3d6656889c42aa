"""An installation, and one that was restored to less than it had acknowledged."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from domain.event_store.pending import Pending
from tests.kit.backup import backup, restore
from tests.kit.installation import Installation


@pytest.fixture
def place(postgres_server: str, database_url: str, tmp_path: Path) -> Installation:
    return Installation(postgres_server, database_url, tmp_path / "known")


@pytest.fixture
async def restored(place: Installation) -> AsyncIterator[tuple[Installation, list[Pending], str]]:
    """Restored to 6 events of 16, with the commands lost and a copy that has them all."""
    await place.append(3)
    with backup(place.server, place.url) as older:
        lost = await place.append(5)
        with backup(place.server, place.url) as newest:
            restore(place.server, place.url, older)
            yield place, lost, newest


@pytest.fixture
def empty_of_events(postgres_server: str, database_url: str) -> Iterator[str]:
    with backup(postgres_server, database_url) as copy:
        yield copy
