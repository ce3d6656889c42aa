"""Who holds and who waits for the append lock."""

from domain.event_store.transaction import Connection


async def someone_waits_for_the_lock(connection: Connection) -> bool:
    cursor = await connection.execute(
        "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)"
    )
    return (await cursor.fetchall())[0] == (True,)
