"""However many cases a story has, the town keeps few of them in memory."""

import gc
from dataclasses import dataclass, field

import pytest

from cheguan.town.life import Life
from cheguan.town.story import load
from cheguan.town.town import Town
from domain.event_store.transaction import Connection
from tests.kit.projected import project
from tests.kit.towns import cases_that, open_town, registered

CASES, REMEMBERED, EVERY = 80, 12, 8
STILL_NAMED = 1
"""The loop that tells the story still names the life that has come to its end last."""


@dataclass
class Kept:
    """Looks at what is kept, each :data:`EVERY` times that the town says how far it is."""

    town: Town
    calls: int = 0
    going: int = CASES
    streams: list[int] = field(default_factory=list)
    lives: list[tuple[int, int]] = field(default_factory=list)
    """Of how many people lives are kept, and how many had not come to their end the time before.

    Whoever registers with his number has two while he stands at the window.
    """
    others: frozenset[int] = frozenset()
    """The lives of earlier tests that nobody has thrown away yet."""

    def __post_init__(self) -> None:
        gc.collect()
        self.others = frozenset(map(id, _lives()))

    def __call__(self, done: int, of: int) -> None:
        self.calls += 1
        if self.calls % EVERY == 0:
            self.streams.append(len(self.town.door._recent))
            people = {each.plan.number for each in _lives() if id(each) not in self.others}
            self.lives.append((len(people), self.going))
        self.going = of - done


def _lives() -> list[Life]:
    return [each for each in gc.get_objects() if type(each) is Life]


async def test_a_case_is_loaded_again_when_more_are_open_than_are_kept(
    database_url: str, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("domain.door.memory.REMEMBERED", REMEMBERED)
    async with open_town(database_url) as town:
        kept = Kept(town)
        assert await load(town, range(CASES), until=None, progress=kept) == {}
    await project(database_url)
    begun = await cases_that(connection, "stage IS NOT NULL")
    assert begun == CASES + await registered(connection)
    assert await cases_that(connection, "open") == 0
    assert max(kept.streams) == REMEMBERED
    assert [over for over in kept.lives if over[0] > over[1] + STILL_NAMED] == []
    assert kept.lives[-1][1] < CASES // 2
