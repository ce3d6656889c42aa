"""A page of the rows of any read model, in the order of their streams."""

from collections.abc import Sequence
from typing import Any, Final, LiteralString, NamedTuple
from uuid import UUID

from psycopg.sql import SQL, Identifier

from domain.event_store.transaction import Connection
from projections.engine.columns import Columns
from projections.engine.projection import Projection, Row
from projections.engine.writer import LIVE

_AFTER: Final[LiteralString] = "stream > %s"
_OWNED: Final[LiteralString] = "owner = %s"
_OF_OFFICES: Final[LiteralString] = "office = ANY(%s)"


class Sight(NamedTuple):
    """What of a read model is seen: the rows of one ``owner``, or those of some ``offices``.

    ``owner`` is a :attr:`~domain.people.Actor.caller`. None is no limit. The read model must
    have the column by which it is limited.
    """

    owner: str | None = None
    offices: Sequence[str] | None = None


async def page(
    connection: Connection,
    projection: Projection[Row],
    sight: Sight,
    *,
    after: UUID | None,
    limit: int,
) -> list[Row]:
    """The rows behind the stream ``after``. Streams with time-ordered ids stand as they began."""
    offices = list(sight.offices) if sight.offices is not None else None
    limits: list[tuple[LiteralString, Any]] = [
        (_AFTER, after),
        (_OWNED, sight.owner),
        (_OF_OFFICES, offices),
    ]
    conditions = [(SQL(condition), value) for condition, value in limits if value is not None]
    columns = Columns(projection.row)
    query = SQL("SELECT {} FROM {} WHERE {} ORDER BY stream LIMIT %s").format(
        SQL(", ").join(map(Identifier, columns.names)),
        Identifier(LIVE, projection.name),
        SQL(" AND ").join([SQL("true"), *(condition for condition, _ in conditions)]),
    )
    values = [value for _, value in conditions]
    cursor = await connection.execute(query, [*values, limit], binary=True)
    return [columns.row(row) for row in await cursor.fetchall()]
