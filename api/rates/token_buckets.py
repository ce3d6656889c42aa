"""Buckets of tokens in the database, which all processes share.

A bucket is kept as the instant at which it is full again. A token moves that instant by one step,
and is refused if it would come to lie further ahead than an empty bucket's. One statement does
it, so no two who come at once are given the same token. The clock is the database's.
"""

from datetime import timedelta
from itertools import cycle
from typing import Final, LiteralString

from api.rates.bucket import Bucket, Fill
from domain.event_store.connection import begin, connect
from domain.event_store.questions import Questions
from domain.event_store.transaction import Connection
from domain.vault import BlindIndex, Purpose

_TAKE: Final[LiteralString] = """
WITH full_again AS (
    DELETE FROM token_bucket WHERE (bucket, key) IN (
        SELECT bucket, key FROM token_bucket
        WHERE full_at < now() - interval '1 minute' AND (bucket, key) <> (%(bucket)s, %(key)s)
        ORDER BY full_at LIMIT 10 FOR UPDATE SKIP LOCKED)
)
INSERT INTO token_bucket AS b (bucket, key, full_at, taken)
VALUES (%(bucket)s, %(key)s, now() + %(step)s, true)
ON CONFLICT (bucket, key) DO UPDATE SET
    taken = b.full_at <= now() + %(room)s,
    full_at = CASE WHEN b.full_at <= now() + %(room)s
        THEN greatest(b.full_at, now()) + %(step)s
        ELSE least(b.full_at, now() + %(refill)s) END
RETURNING taken, extract(epoch FROM full_at - now())::double precision"""
_GIVE_BACK: Final[LiteralString] = """
UPDATE token_bucket SET full_at = full_at - %(step)s
WHERE bucket = %(bucket)s AND key = %(key)s"""
_LANES: Final = 4
_LIGHT: Final = "SET synchronous_commit = off; SET statement_timeout = '2s'"


class TokenBuckets:
    """Raises ``StoreUnavailable`` whenever the database does not answer, and then gives nothing.

    A key is kept as a hash under the name key, so a row tells nobody's address.
    There are a few connections, because on one alone a crowd would wait for one another longer
    than anybody waits for an answer.
    """

    def __init__(self, url: str, index: BlindIndex) -> None:
        self._lanes = [Questions(lambda: _connect(url)) for _ in range(_LANES)]
        self._next = cycle(self._lanes)
        self._index = index

    async def take(self, bucket: Bucket, key: str) -> Fill:
        """Takes a token, if there is one."""
        rows = await next(self._next).rows(_TAKE, self._values(bucket, key))
        return Fill(bucket, *rows[0])

    async def give_back(self, bucket: Bucket, key: str) -> None:
        """Puts a token back that was taken for nothing."""
        await next(self._next).rows(_GIVE_BACK, self._values(bucket, key))

    async def close(self) -> None:
        for lane in self._lanes:
            await lane.close()

    def _values(self, bucket: Bucket, key: str) -> dict[str, object]:
        return {
            "bucket": bucket.name,
            "key": self._index.of(Purpose.CLIENT, f"{bucket.name}\0{key}"),
            "step": timedelta(seconds=bucket.step_s),
            "room": timedelta(seconds=bucket.refill_s - bucket.step_s),
            "refill": timedelta(seconds=bucket.refill_s),
        }


async def _connect(url: str) -> Connection:
    """A connection whose commits wait for no disk: a bucket lost with the machine is full again."""
    connection = await connect(url)
    await begin(connection, _LIGHT)
    return connection
