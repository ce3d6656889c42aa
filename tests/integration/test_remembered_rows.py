"""However many rows a read model has, its projector keeps those that it wrote last."""

import pytest

from cheguan.registry import REGISTRY
from domain.aggregates import CODEC
from domain.event_store.transaction import Connection
from projections.engine.digest import digest
from projections.engine.feed import StoreFeed
from projections.engine.projector import Projector
from tests.kit.towns import open_town, told

CASES, REMEMBERED, BATCH = 30, 5, 60


async def test_a_row_is_loaded_again_when_more_were_written_than_are_kept(
    database_url: str, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("projections.engine.remembered.REMEMBERED", REMEMBERED)
    async with open_town(database_url) as town:
        await told(town, CASES)
    feed = StoreFeed(database_url, CODEC)
    projector, kept = Projector(database_url, feed, REGISTRY.projections, batch=BATCH), set[int]()
    while await projector.step():
        kept |= {len(track._writer._known) for track in projector._tracks}
    await projector.close()
    assert max(kept) == REMEMBERED
    found = [await digest(connection, each) for each in REGISTRY.projections]
    for each in REGISTRY.projections:
        for table in (each.name, *each.counts):
            await connection.execute(f"TRUNCATE projections.{table}".encode())
    await connection.execute("DELETE FROM projections.position")
    whole = Projector(database_url, StoreFeed(database_url, CODEC), REGISTRY.projections)
    await whole.catch_up()
    await whole.close()
    assert [await digest(connection, each) for each in REGISTRY.projections] == found
