"""How far each reaction has come. Places move by compare-and-set (ADR 19)."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection

_BEGIN: Final[LiteralString] = """
INSERT INTO reaction_position (name, epoch)
SELECT u.name, %s FROM unnest(%s::text[]) AS u(name) ON CONFLICT DO NOTHING"""
_GET: Final[LiteralString] = """
SELECT name, epoch, position, cause, target, done, targets FROM reaction_position
WHERE name = ANY(%s)"""
_MOVE: Final[LiteralString] = """
WITH moved AS (
    UPDATE reaction_position AS p
    SET position = u.position, cause = u.cause, target = u.target,
        done = u.done, targets = u.targets, stopped = NULL, moved_at = clock_timestamp()
    FROM unnest(%s::text[], %s::bigint[], %s::uuid[],
                %s::bigint[], %s::bigint[], %s::uuid[], %s::bigint[], %s::bigint[])
         AS u(name, old, old_target, position, cause, target, done, targets)
    WHERE p.name = u.name AND p.epoch = %s AND p.position = u.old
      AND p.target IS NOT DISTINCT FROM u.old_target
      AND p.epoch = (SELECT max(epoch) FROM store_epoch)
    RETURNING p.name
), postponed AS (
    INSERT INTO reaction_postponed (name, target, cause, refusal)
    SELECT u.* FROM unnest(%s::text[], %s::uuid[], %s::bigint[], %s::text[])
         AS u(name, target, cause, refusal) JOIN moved USING (name)
    ON CONFLICT DO NOTHING
)
SELECT name FROM moved"""
_STOP: Final[LiteralString] = """
UPDATE reaction_position SET stopped = %s WHERE name = %s AND epoch = %s AND position = %s"""
_ANEW: Final[LiteralString] = """
INSERT INTO reaction_position (name, epoch)
SELECT u.name, %s FROM unnest(%s::text[]) AS u(name)
ON CONFLICT (name) DO UPDATE
SET epoch = excluded.epoch, position = 0, cause = NULL, target = NULL, done = 0, targets = 0,
    stopped = NULL, moved_at = clock_timestamp()"""


class ReactionEpochDiffers(Exception):
    """The reaction stands in another epoch of the store, in which positions mean other events."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The reaction {name} stands in another epoch: cheguan reactions anew {name}. "
            "It reads the log from its beginning, and does nothing twice."
        )


class Place(NamedTuple):
    """Everything that follows from events up to ``position`` is carried out or postponed.

    Of the cause at position ``cause``, that holds for ``done`` of ``targets`` streams, up to
    ``target``.
    """

    position: int
    cause: int | None = None
    target: UUID | None = None
    done: int = 0
    targets: int = 0


class Postponed(NamedTuple):
    """Why what follows for ``target`` from the event at position ``cause`` has to wait."""

    target: UUID
    cause: int
    refusal: str


class Advance(NamedTuple):
    """The way of one reaction from an old place to a new one, with what it postpones."""

    name: str
    old: Place
    new: Place
    postponed: Sequence[Postponed] = ()


async def places(connection: Connection, names: Collection[str], epoch: int) -> Mapping[str, Place]:
    """Where the reactions stand. One that has not begun stands at the beginning of the log.

    Raises :class:`ReactionEpochDiffers`.
    """
    await connection.execute(_BEGIN, (epoch, list(names)))
    cursor = await connection.execute(_GET, (list(names),))
    found = {}
    for name, in_epoch, *place in await cursor.fetchall():
        if in_epoch != epoch:
            raise ReactionEpochDiffers(name)
        found[name] = Place(*place)
    return found


async def move(connection: Connection, epoch: int, moves: Sequence[Advance]) -> Collection[str]:
    """Moves reactions, and returns those that moved. Somebody else has moved any other."""
    each = [(m.name, m.old.position, m.old.target, *m.new) for m in moves]
    postponed = [(m.name, *p) for m in moves for p in m.postponed]
    values = (*_columns(each, 8), epoch, *_columns(postponed, 4))
    cursor = await connection.execute(_MOVE, values, prepare=True)
    return {name for (name,) in await cursor.fetchall()}


async def stop(connection: Connection, epoch: int, name: str, place: Place, why: str) -> None:
    """Shows to everybody that a reaction stands still, until it moves."""
    await connection.execute(_STOP, (why, name, epoch, place.position))


async def begin_anew(connection: Connection, names: Collection[str], epoch: int) -> None:
    """Lets reactions read the log from its beginning, in the present epoch of the store.

    What they have carried out the command log knows, so nothing is done twice.
    """
    async with connection.transaction():
        await connection.execute(_ANEW, (epoch, list(names)))
        await connection.execute(
            "DELETE FROM reaction_postponed WHERE name = ANY(%s)", (list(names),)
        )


def _columns(rows: Sequence[Sequence[object]], width: int) -> list[list[object]]:
    return [[row[n] for row in rows] for n in range(width)]
