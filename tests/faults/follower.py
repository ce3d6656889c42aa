"""A reader that follows the log while others write to it."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from uuid import UUID

from domain.aggregates import CODEC
from projections.engine.feed import StoreFeed
from projections.engine.log_reader import Read

_AT_ONCE = 200

Place = tuple[int, UUID, int]
"""Position, stream, version."""


async def follow(url: str, written: asyncio.Event) -> list[Place]:
    """Follows a projector's feed until all is ``written`` and nothing new comes."""
    feed, seen = StoreFeed(url, CODEC), list[Place]()
    try:
        while True:
            last_look = written.is_set()
            batch = await feed.after(seen[-1][0] if seen else 0, _AT_ONCE)
            seen.extend(map(_place, batch))
            if not batch:
                if last_look:
                    return seen
                await feed.news()
    finally:
        await feed.close()


def assert_whole(seen: Sequence[Place]) -> None:
    """Asserts that every position came once and in order, and every stream's versions 1 to n."""
    missed, repeated = missed_and_repeated([position for position, _, _ in seen])
    assert (missed, repeated) == (0, 0)
    versions: defaultdict[UUID, list[int]] = defaultdict(list)
    for _, stream, version in seen:
        versions[stream].append(version)
    for of_one in versions.values():
        assert of_one == list(range(1, len(of_one) + 1))


def missed_and_repeated(positions: Sequence[int]) -> tuple[int, int]:
    """The positions that were passed over, and those seen again or after a higher one."""
    missed = len(set(range(1, max(positions) + 1)) - set(positions))
    repeated = sum(later <= earlier for earlier, later in pairwise(positions))
    return missed, repeated


def _place(read: Read) -> Place:
    return read.position, read.stream, read.version
