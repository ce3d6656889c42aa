"""A town that was told with the decisions of the announcement, to be asked about others."""

import asyncio
from datetime import date
from itertools import islice
from typing import Final

from msgspec.structs import replace

from cheguan.town.fates import Fate
from cheguan.town.holders import holders
from cheguan.town.life import Life
from cheguan.town.numbering import at_window, is_ambulance, of_so_many
from cheguan.town.plans import plan
from cheguan.town.story import tell
from cheguan.whatif import outcome
from cheguan.whatif.decision_file import read_decisions
from cheguan.whatif.decision_text import written
from cheguan.whatif.entries import DecisionSet
from cheguan.whatif.outcome import Outlook
from domain.aggregates import CODEC
from domain.event_store.connection import connect
from domain.offices.tree import REGIONS
from domain.prefectures.commands import ClassifyPrefecture, TakeStep
from domain.prefectures.step import Step
from tests.kit.projected import project
from tests.kit.towns import open_town
from workers import timekeeper
from workers.concerned import CONCERNED
from workers.reactor import Reactor

LUOYANG: Final = "410300"
ORDINARY: Final = 30
HELD: Final = {Fate.ON_SITE: 40, Fate.COLLECTED: 15, Fate.NEVER_COLLECTED: 5}
HELD_IN_LUOYANG: Final = {Fate.ON_SITE: 6, Fate.COLLECTED: 4}
AT_WINDOWS: Final = 1_000
HOLDERS_OF: Final = 400


async def tell_the_town(url: str) -> None:
    at_windows = (n for n in of_so_many(AT_WINDOWS) if at_window(n) or is_ambulance(n))
    numbers = (*range(ORDINARY), *at_windows)
    lives = {number: Life(plan(7, number), plan(7, number).owner) for number in numbers}
    for counts, cities in ((HELD, REGIONS.keys()), (HELD_IN_LUOYANG, {LUOYANG})):
        for fate, count in counts.items():
            plans = (plan(7, each) for each in range(ORDINARY, 60_000) if each not in lives)
            for drawn in islice(
                (p for p in plans if p.fate is fate and p.city.code in cities), count
            ):
                lives[drawn.number] = Life(drawn, drawn.owner)
    async with open_town(url) as town:
        await asyncio.gather(*map(town.enter, holders(7, HOLDERS_OF)))
        await tell(town, list(lives.values()), until=None, progress=lambda done, of: None)
        await project(url)
        reactor = Reactor(url, CODEC, town.door, CONCERNED)
        await reactor.catch_up()
        await reactor.close()
        connection = await connect(url)
        try:
            while await timekeeper.pass_deadlines(connection, CODEC, town.door, town.clock()):
                await project(url)
        finally:
            await connection.close()


class ToldTown:
    """The store of the town, and what was decided in it."""

    def __init__(self, url: str, taken: DecisionSet) -> None:
        self.url, self.taken = url, taken

    async def under(self, text: str, day: date | None = None) -> Outlook:
        decisions = read_decisions(text)
        return await outcome.outlook(self.url, CODEC, decisions, text, day, _silent)

    def of_luoyang(self, first: date, step: Step = Step.FIRST) -> str:
        """The decisions of Luoyang alone, with another day for its first step.

        It is classified before that, because a city without a class takes no steps.
        """
        openings = []
        for entry in self.taken.openings:
            command = entry.command
            if entry.region != LUOYANG:
                continue
            if isinstance(command, ClassifyPrefecture):
                day = min(entry.taken_on, first)
                command = replace(command, effective_on=day, decided_on=None)
                entry = entry._replace(taken_on=day, command=command)
            elif isinstance(command, TakeStep) and command.step is Step.FIRST:
                command = replace(command, step=step, effective_on=first, decided_on=None)
                entry = entry._replace(taken_on=first, command=command)
            openings.append(entry)
        return written(DecisionSet(openings, None))


def _silent(done: int, of: int) -> None:
    pass
