"""After loading: people go on applying, and officers and the post work through what is in hand.

They find the cases in the caseload, as officers do, and so also those that real
users have just submitted: these always go straight through.
"""

import asyncio
from collections.abc import Iterable
from typing import Final
from uuid import UUID

import psycopg

from cheguan.town.acts import next_act
from cheguan.town.cities import CITIES
from cheguan.town.life import Life
from cheguan.town.pace import LivePace
from cheguan.town.plans import Fate, Plan, plan
from cheguan.town.town import Town
from domain.event_store.connection import connect
from domain.event_store.pending import OutcomeUnknown, StoreUnavailable
from domain.event_store.transaction import Connection
from domain.offices.tree import prefecture_of
from domain.refusal import Refusal
from projections.caseload import Entry, newest
from workers.stopping import pause

_TICK_S: Final = 1.0
_APPLIES_EVERY: Final = 3
_AT_ONCE: Final = 40
_FIRST_NUMBER: Final = 300_000
"""Numbers of people who apply live; the story's own lie below."""


class Live:
    """One tick a second: a few steps, each on another case."""

    def __init__(self, town: Town, lives: Iterable[Life]) -> None:
        self._town = town
        self._lives = {life.case: life for life in lives if life.case}
        self._applied = 0

    async def run(self, stop: asyncio.Event) -> None:
        connection = await connect(self._town.url)
        ticks = 0
        try:
            while not stop.is_set():
                try:
                    await self._tick(connection, ticks)
                except (StoreUnavailable, OutcomeUnknown, psycopg.Error):
                    await connection.close()
                    await pause(stop, _TICK_S)
                    connection = await connect(self._town.url)
                ticks += 1
                await pause(stop, _TICK_S)
        finally:
            await connection.close()

    async def _tick(self, connection: Connection, ticks: int) -> None:
        if ticks % _APPLIES_EVERY == 0:
            await self._someone_applies()
        entries = await newest(connection, _AT_ONCE)
        await asyncio.gather(*(self._step(entry) for entry in entries))

    async def _someone_applies(self) -> None:
        town = self._town
        drawn = plan(town.seed, _FIRST_NUMBER + self._applied)
        self._applied += 1
        life = Life(drawn, drawn.owner)
        await town.apply(life, town.clock())
        if life.case:
            self._lives[life.case] = life

    async def _step(self, entry: Entry) -> None:
        """What follows in the case, if it is due now; a refusal means another was first."""
        town = self._town
        life = self._lives.setdefault(entry.case_id, _of_a_stranger(town.seed, entry))
        life.case = entry.case_id
        now = town.clock()
        opened = await town.case(entry.case_id)
        act = next_act(life, opened.state, now, LivePace(life.plan.draw(opened.version)))
        if act is None or (act.at - now).total_seconds() > 2 * _TICK_S:
            return
        try:
            await town.act(life, act._replace(at=now), opened.version)
        except Refusal:
            town.casework.forget(entry.case_id)


def _of_a_stranger(seed: int, entry: Entry) -> Life:
    """A case that somebody else submitted."""
    number = _number_of(entry.case_id)
    city = CITIES[prefecture_of(entry.office)]
    drawn = Plan(
        seed=seed,
        number=number,
        service=entry.service,
        city=city,
        fate=Fate.STRAIGHT,
        owner="stranger",
    )
    return Life(drawn, "stranger")


def _number_of(case: UUID) -> int:
    """A number of its own, far from those the town has given."""
    return 1_000_000 + case.int % 8_000_000
