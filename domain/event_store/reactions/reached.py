"""How far some reactions have come together, for whoever must not overtake them."""

from collections.abc import Collection
from typing import Final, LiteralString

from domain.event_store.transaction import Connection

_REACHED: Final[LiteralString] = """
SELECT coalesce(min(coalesce(p.position, 0)), 0)
FROM unnest(%s::text[]) AS n(name)
     LEFT JOIN reaction_position AS p
     ON p.name = n.name AND p.epoch = (SELECT max(epoch) FROM store_epoch)"""


async def reached(connection: Connection, names: Collection[str]) -> int:
    """The position up to which all of them have carried out what follows, or postponed it.

    A reaction that has not begun, or that stands in another epoch, holds it at 0.
    """
    cursor = await connection.execute(_REACHED, (list(names),))
    return int((await cursor.fetchall())[0][0])
