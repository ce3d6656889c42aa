"""A connection that cannot be set up is closed."""

import psycopg
import pytest

from domain.event_store.connection import connect_to_write
from tests.kit.waiting import until

_OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""


async def test_a_connection_to_a_database_without_a_store_leaves_no_session(
    empty_database_url: str,
) -> None:
    with pytest.raises(psycopg.errors.UndefinedTable):
        await connect_to_write(empty_database_url)

    async def alone() -> bool:
        async with await psycopg.AsyncConnection.connect(empty_database_url) as other:
            rows = await (await other.execute(_OTHERS)).fetchall()
            return rows == [(0,)]

    await until(alone, 10)
