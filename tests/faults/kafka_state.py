"""Where the relay and the read models stand that follow Kafka."""

from typing import Final

from tests.faults.arena import Arena, Kafka
from tests.faults.cluster import run_sql
from tests.kit.waiting import until

_RELAYED: Final = "SELECT coalesce(max(position), 0) FROM relay_position"
_LAST: Final = "SELECT coalesce(max(notification_id), 0) FROM stored_events"
_COUNTS: Final = """
SELECT coalesce(min(d), 0)::bigint, coalesce(min(r), 0)::bigint FROM
    (SELECT sum(dropped) AS d, sum(repaired) AS r FROM projections.position GROUP BY name) AS s"""


def kafka(arena: Arena) -> Kafka:
    assert arena.kafka
    return arena.kafka


async def relayed(arena: Arena, within_s: float = 30.0) -> None:
    """Waits until the topic has the last event there is."""
    ((last,),) = await run_sql(arena.url, _LAST)

    async def reached() -> bool:
        ((position,),) = await run_sql(arena.url, _RELAYED)
        return int(str(position)) >= int(str(last))

    await until(reached, within_s)


async def counts(arena: Arena) -> tuple[int, int]:
    """How many records were dropped and events repaired, by the read model with the fewest."""
    ((dropped, repaired),) = await run_sql(arena.url, _COUNTS)
    return int(str(dropped)), int(str(repaired))
