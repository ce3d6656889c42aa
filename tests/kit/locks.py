"""Tells who waits for a lock, and makes commits wait until they are let through."""

from typing import LiteralString

from domain.event_store.transaction import Connection

_COMMITTING = """
SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()
AND query = 'COMMIT' AND wait_event_type = 'Lock')"""
_WAIT_AT_COMMIT = """
CREATE FUNCTION wait_at_commit() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = 0 AS
$$ BEGIN PERFORM pg_advisory_xact_lock_shared(1); RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER wait_at_commit AFTER INSERT ON command_log
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait_at_commit();"""


async def someone_waits(connection: Connection) -> bool:
    """Whether somebody waits for any lock, as one does behind a row that is not committed."""
    return await _holds(connection, "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")


async def someone_waits_for_the_lock(connection: Connection) -> bool:
    return await _holds(
        connection,
        "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)",
    )


async def hold_commits(connection: Connection) -> None:
    """Makes every commit of a command wait, until :func:`let_commits_through`."""
    await connection.execute(_WAIT_AT_COMMIT)
    await connection.execute("SELECT pg_advisory_lock(1)")


async def let_commits_through(connection: Connection) -> None:
    await connection.execute("SELECT pg_advisory_unlock(1)")


async def someone_commits(connection: Connection) -> bool:
    return await _holds(connection, _COMMITTING)


async def _holds(connection: Connection, question: LiteralString) -> bool:
    cursor = await connection.execute(question)
    return (await cursor.fetchall())[0] == (True,)
