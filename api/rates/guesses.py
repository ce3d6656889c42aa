"""Attempts at what can be guessed. A wrong one costs a token of every bucket that it draws on.

The tokens are taken before anything is looked at, so of many attempts at once no more are let in
than one after another, and an attempt that nobody brings to its end has cost them. A right one
gets them back. Without the database nobody is let in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from api.metrics import GUESSES_MISSED, GUESSES_REFUSED
from api.rates.bucket import Bucket, Fill
from api.rates.buckets import MISSES
from api.rates.fields import rate_fields, too_many
from api.rates.token_buckets import TokenBuckets
from api.security.events import GUESSES_ALARM, GUESSES_LOCKED
from api.security.log import noted

_CODE: Final = "too-many-attempts"


class Drawn(NamedTuple):
    """A bucket, and whose tokens of it an attempt takes."""

    bucket: Bucket
    key: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt that was let in. Whoever made it says how it went."""

    guesses: "Guesses"
    drawn: Sequence[Drawn]
    levels: Sequence[Fill]

    @property
    def fields(self) -> dict[str, str]:
        """The header fields of its answer."""
        return rate_fields(self.levels)

    async def void(self) -> None:
        """Gives the tokens back: it was right, or nothing was found out."""
        await self.guesses.forget(self)

    async def wrong(self) -> None:
        """Keeps the tokens, counts the miss, and raises the alarm if there are too many."""
        await self.guesses.missed(self)


class Guesses:
    """Lets attempts in, as long as there are tokens for them."""

    def __init__(self, buckets: TokenBuckets) -> None:
        self._buckets = buckets

    async def attempt(self, *drawn: Drawn) -> Attempt:
        """Lets an attempt in. Raises 429 if a bucket is empty, and ``StoreUnavailable``."""
        levels: list[Fill] = []
        for each in drawn:
            level = await self._buckets.take(*each)
            if not level.taken:
                GUESSES_REFUSED.labels(each.bucket.name).inc()
                for taken in drawn[: len(levels)]:
                    await self._buckets.give_back(*taken)
                raise too_many(level, _CODE)
            levels.append(level)
        return Attempt(self, drawn, levels)

    async def forget(self, attempt: Attempt) -> None:
        for each in attempt.drawn:
            await self._buckets.give_back(*each)

    async def missed(self, attempt: Attempt) -> None:
        for level in attempt.levels:
            GUESSES_MISSED.labels(level.bucket.name).inc()
            if level.left == 0:
                noted(GUESSES_LOCKED, bucket=level.bucket.name)
        of_all = await self._buckets.take(MISSES, "")
        if not of_all.taken:
            noted(GUESSES_ALARM, bucket=MISSES.name)
