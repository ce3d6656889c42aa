"""Events of a real store that no program can read, until they are put right again."""

from uuid import UUID

from domain.event_store.transaction import Connection

BYTES = (
    b"no json",
    b"{}",
    b'{"event":{"type":"NeverHeardOf"}}',
    b"\xff\xfe",
)
"""What cannot be decoded: no JSON, half an envelope, an event of an unknown name, no text."""


async def spoil(connection: Connection, stream: UUID, version: int, state: bytes) -> bytes:
    """Puts other bytes in the place of an event. Returns those that stood there."""
    place = "originator_id = %s AND originator_version = %s"
    cursor = await connection.execute(
        f"SELECT state FROM stored_events WHERE {place}".encode(), (stream, version)
    )
    [(before,)] = await cursor.fetchall()
    await connection.execute(
        f"UPDATE stored_events SET state = %s WHERE {place}".encode(), (state, stream, version)
    )
    return bytes(before)


async def event_of_another_kind(connection: Connection) -> bytes:
    """An event that can be read, but belongs to a stream of another kind than a case."""
    cursor = await connection.execute(
        "SELECT state FROM stored_events WHERE topic = 'ClaimTaken' LIMIT 1"
    )
    return bytes((await cursor.fetchall())[0][0])


async def counts(connection: Connection) -> tuple[int, int]:
    """How many events and how many commands are stored."""
    cursor = await connection.execute(
        "SELECT (SELECT count(*) FROM stored_events), (SELECT count(*) FROM command_log)"
    )
    events, commands = (await cursor.fetchall())[0]
    return events, commands
