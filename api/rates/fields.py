"""What an answer tells of the limits, and the problem that says no.

The header fields are those of draft-ietf-httpapi-ratelimit-headers-11, and ``violated-policies``
is the member that it gives to a problem.
"""

import random
from collections.abc import Iterable
from typing import Final

from api.problems import Problem
from api.rates.bucket import Fill

_JITTER: Final = 0.1


def rate_fields(levels: Iterable[Fill]) -> dict[str, str]:
    """``RateLimit-Policy`` and ``RateLimit`` of the buckets that a request has drawn on."""
    policies, limits = [], []
    for level in levels:
        bucket = level.bucket
        policies.append(f'"{bucket.name}";q={bucket.burst};w={bucket.refill_s}')
        limits.append(f'"{bucket.name}";r={level.left};t={level.next_s}')
    if not limits:
        return {}
    return {"ratelimit-policy": ", ".join(policies), "ratelimit": ", ".join(limits)}


def too_many(level: Fill, code: str = "too-many-requests") -> Problem:
    """The 429 for an empty bucket. ``Retry-After`` is a little later for one than for another.

    So those who were refused together do not come back together.
    """
    wait = level.next_s
    wait += random.randint(0, max(1, round(wait * _JITTER)))
    return Problem(
        code,
        429,
        members={"violated-policies": [level.bucket.name], "retry_after": wait},
        headers={**rate_fields([level]), "retry-after": str(wait)},
    )
