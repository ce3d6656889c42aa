"""Who is told what, and how many may watch."""

from uuid import UUID

import pytest

from api.live.watchers import NoPlace, Watchers, event

CASE, OTHER = UUID(int=1), UUID(int=2)


async def test_a_watcher_is_told_the_latest_only() -> None:
    watchers = Watchers()
    with watchers.joined("a", None) as watcher:
        for position in range(1_000):
            watchers.tell(event(position))
        assert await watcher.told() == b"id: 999\ndata: 999\n\n"


async def test_a_beat_never_takes_the_place_of_news() -> None:
    watchers = Watchers()
    with watchers.joined("a", None) as watcher:
        watchers.beat(b"beat")
        assert await watcher.told() == b"beat"
        watchers.tell(event(7))
        watchers.beat(b"beat")
        assert await watcher.told() == event(7)


async def test_who_watches_a_case_is_told_of_its_new_versions_alone() -> None:
    watchers = Watchers()
    with watchers.joined("a", CASE) as watcher, watchers.joined("a", OTHER) as other:
        assert watchers.cases == [CASE, OTHER]
        watchers.tell(event(5))
        watchers.tell_of_cases({CASE: 3})
        watchers.beat(b"beat")
        assert await watcher.told() == event(3)
        assert await other.told() == b"beat"
        watchers.tell_of_cases({CASE: 3})
        watchers.beat(b"beat")
        assert await watcher.told() == b"beat"
        watchers.lose_touch(b"lost")
        assert await watcher.told() == b"lost"
        watchers.tell_of_cases({CASE: 3})
        assert await watcher.told() == event(3)


async def test_every_stream_can_be_ended() -> None:
    watchers = Watchers()
    with watchers.joined("a", None) as watcher:
        watchers.tell(event(1))
        watchers.end()
        assert await watcher.told() == b""


def test_places_are_bounded_in_all_and_for_each_address() -> None:
    watchers = Watchers(places=3, of_each=2)
    with watchers.joined("a", None), watchers.joined("a", None):
        with pytest.raises(NoPlace), watchers.joined("a", None):
            pass
        with watchers.joined("b", None), pytest.raises(NoPlace), watchers.joined("c", None):
            pass
        with watchers.joined("c", None):
            assert len(watchers) == 3
    assert len(watchers) == 0
