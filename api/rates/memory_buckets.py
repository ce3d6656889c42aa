"""Buckets of tokens in the memory of one process, for limits that may cost no question.

They are kept as those in the database are (:mod:`api.rates.token_buckets`).
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from api.rates.bucket import Bucket

MOST: Final = 50_000


class MemoryBuckets:
    """At most ``most`` keys are remembered. Whoever was away longest is forgotten first.

    To be forgotten is to have a full bucket again. ``clock`` gives seconds.
    """

    def __init__(self, *, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._clock = clock
        self._full_at: OrderedDict[str, float] = OrderedDict()

    def __len__(self) -> int:
        return len(self._full_at)

    def take(self, bucket: Bucket, key: str) -> float:
        """Takes a token, and returns the seconds until the bucket is full again.

        If they are more than ``refill_s``, there was no token and none was taken.
        """
        now, full_at = self._clock(), self._full_at
        step = bucket.refill_s / bucket.burst
        before = full_at.get(key, now)
        full_in_s = (before - now if before > now else 0.0) + step
        full_at[key] = before if full_in_s > bucket.refill_s else now + full_in_s
        full_at.move_to_end(key)
        if len(full_at) > self._most:
            full_at.popitem(last=False)
        return full_in_s
