"""How far behind the log reactions are, for whoever runs the service."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final, LiteralString, NamedTuple

from domain.event_store.transaction import Connection

_STANDING: Final[LiteralString] = """
SELECT n.name, coalesce(p.epoch, 0), coalesce(p.position, 0),
       (SELECT coalesce(max(notification_id), 0) FROM stored_events) - coalesce(p.position, 0),
       p.moved_at, p.stopped, coalesce(p.done, 0), coalesce(p.targets, 0),
       count(w.target), count(w.target) FILTER (WHERE w.again_at IS NULL)
FROM unnest(%s::text[]) WITH ORDINALITY AS n(name, place)
     LEFT JOIN reaction_position AS p ON p.name = n.name
     LEFT JOIN reaction_postponed AS w ON w.name = n.name
GROUP BY n.name, n.place, p.name ORDER BY n.place"""


class ReactionStanding(NamedTuple):
    """``behind`` counts events not looked at. ``stopped`` is the refusal that holds it up.

    Within a cause of many streams, ``done`` of ``targets`` are done. Of what is ``postponed``
    so much was ``given_up``, and an operator has to look at that.
    """

    name: str
    epoch: int
    position: int
    behind: int
    moved_at: datetime | None
    stopped: str | None
    done: int
    targets: int
    postponed: int
    given_up: int


async def standing(connection: Connection, names: Collection[str]) -> Sequence[ReactionStanding]:
    """How far the reactions are, by name. One that has not begun stands at position 0."""
    cursor = await connection.execute(_STANDING, (list(names),))
    return [ReactionStanding(*row) for row in await cursor.fetchall()]
