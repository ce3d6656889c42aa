"""The long log of the rebuild's bench is one that every read model can fold."""

from cheguan.bench import longlog
from cheguan.bench.histories import histories
from cheguan.registry import REGISTRY
from domain.aggregates import CODEC
from domain.event_store.log import last_position
from domain.event_store.transaction import Connection
from projections.engine.parking import parked
from projections.engine.rebuild import rebuild
from projections.tracking.row import TRACKING
from tests.kit.projected import project, rows


async def test_lives_that_are_repeated_are_those_of_other_cases(
    database_url: str, connection: Connection
) -> None:
    made = await histories(200)
    assert longlog.fill(database_url, made.commands, 3) == 3 * made.events
    assert await last_position(connection) == 3 * made.events
    assert await project(database_url, batch=100) == 3 * made.events
    assert await parked(connection, REGISTRY.names) == []
    shown = await rows(connection, TRACKING)
    assert len({row.reference for row in shown}) == len(shown) == 3 * made.cases
    for projection in REGISTRY.projections:
        before, after = await rebuild(database_url, projection, CODEC)
        assert before == after
