"""After loading, people go on applying, and officers and the post work through what is in hand.

They find the cases in the caseload, as officers do. So they also find those that real users
have just submitted, which always go straight through. What the story left open is worked off
slowly, so that there is something in hand for a good while.
"""

import asyncio
import logging
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Final, LiteralString
from uuid import UUID

import psycopg

from cheguan.town.acts import next_act
from cheguan.town.acts_appointment import FOLLOWER
from cheguan.town.centres_kept import CentresKept
from cheguan.town.clock import LOADED
from cheguan.town.decrees_to_come import DecreesToCome
from cheguan.town.exam_bookings import announce
from cheguan.town.halls_kept import HallsKept
from cheguan.town.life import Life, LookAgain
from cheguan.town.lives import STRANGER, life_of
from cheguan.town.numbering import LEARNER_SERVICE, LIVE
from cheguan.town.pace import LivePace
from cheguan.town.plans import plan_now
from cheguan.town.plans_to_come import PlansToCome
from cheguan.town.postings import numbered
from cheguan.town.printing import print_papers
from cheguan.town.shifts_kept import ShiftsKept
from cheguan.town.town import Town
from domain.case.delivery.commands import HandToPost
from domain.case.stage import FINAL
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.event_store.connection import connect
from domain.event_store.pending import OutcomeUnknown, StoreUnavailable
from domain.event_store.transaction import Connection
from domain.keyring import KeyErased
from domain.people import Role
from domain.refusal import Refusal
from domain.vault import SealBroken
from workers.checker import NAME as CHECKER
from workers.pause import pause

_LOG: Final = logging.getLogger(__name__)
_APPLIES_EVERY: Final = 3
_AT_ONCE: Final = 40
_OLD_AT_ONCE: Final = 2
_RESTS: Final = 5
_OTHERS: Final = frozenset({STRANGER, CHECKER, FOLLOWER})
"""Those who act for themselves while the town lives."""
_NOW: Final = timedelta(seconds=1)

_NEW: Final[LiteralString] = """
SELECT stream FROM projections.caseload
WHERE open AND submitted_at >= %s AND stream <> ALL(%s)
ORDER BY submitted_at DESC, stream LIMIT %s"""
_OLD: Final[LiteralString] = """
SELECT stream FROM projections.caseload
WHERE open AND submitted_at < %s AND stream <> ALL(%s)
ORDER BY updated_at, stream LIMIT %s"""
_LAST: Final[LiteralString] = """
SELECT max(substring(owner FROM '[0-9]+$')::bigint) FROM projections.caseload
WHERE submitted_at >= %s AND owner LIKE %s"""
_UNSEEN: Final = 64
"""So many more may have come whom the read model does not show, or who went to a window."""


class Live:
    """Takes a bounded number of steps every ``every_s`` seconds, each on another case.

    ``lives`` are those that the story has left open, and ``carried`` says that carriers number
    what is posted. Of what the story left, a case in which nothing is due is looked at again
    after ``old_rests`` steps. What a life has been through is forgotten with the process. Its way
    then differs a little, and nothing else does.
    """

    def __init__(
        self,
        town: Town,
        lives: Iterable[Life],
        *,
        every_s: float = 1.0,
        old_rests: int = 600,
        carried: bool = False,
    ) -> None:
        self._town = town
        self._carried = carried
        self._every_s = every_s
        self._old_rests = old_rests
        self._lives = {life.case: life for life in lives if life.case}
        self._resting: dict[UUID, int] = {}
        self._decrees = DecreesToCome()
        self._plans = PlansToCome()
        self._halls = HallsKept()
        self._centres = CentresKept()
        self._shifts = ShiftsKept()
        self._tick = 0
        self._number: int | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Lives until ``stop`` is set, also when the store is restarted."""
        connection: Connection | None = None
        try:
            while not stop.is_set():
                try:
                    if connection is None or connection.closed:
                        connection = await connect(self._town.url)
                    await self._work(connection)
                except (psycopg.OperationalError, psycopg.InterfaceError, OSError):
                    if connection is not None:
                        await connection.close()
                self._tick += 1
                await pause(stop, self._every_s)
        finally:
            if connection is not None:
                await connection.close()

    async def _work(self, connection: Connection) -> None:
        with suppress(StoreUnavailable, OutcomeUnknown):
            await self._decrees.give(self._town)
            await self._plans.give(self._town)
            await self._halls.give(self._town)
            await self._centres.give(self._town)
            await self._shifts.give(self._town)
            await self._town.tills.close(self._town.door, self._town.clock())
        if self._tick % _APPLIES_EVERY == 0:
            await self._someone_applies(connection)
        self._resting = {case: until for case, until in self._resting.items() if until > self._tick}
        new = await self._cases(connection, _NEW, _AT_ONCE)
        old = await self._cases(connection, _OLD, _OLD_AT_ONCE)
        await asyncio.gather(
            *(self._step(case, _RESTS) for case in new),
            *(self._step(case, self._old_rests) for case in old),
        )

    async def _cases(
        self, connection: Connection, query: LiteralString, limit: int
    ) -> Sequence[UUID]:
        cursor = await connection.execute(query, (LOADED, list(self._resting), limit))
        return [row[0] for row in await cursor.fetchall()]

    async def _someone_applies(self, connection: Connection) -> None:
        """The next person applies. A vehicle with an open case is passed over."""
        town = self._town
        if self._number is None:
            applicants = f"{Role.APPLICANT.value}:town-{town.seed}-%"
            cursor = await connection.execute(_LAST, (LOADED, applicants))
            last = (await cursor.fetchall())[0][0]
            self._number = LIVE if last is None else last + _UNSEEN
        drawn = plan_now(town.seed, self._number, town.clock())
        self._number += 1
        life = Life(drawn, drawn.owner)
        with suppress(Refusal, StoreUnavailable, OutcomeUnknown):
            if drawn.service == LEARNER_SERVICE:
                await announce(town, drawn.city)
            await town.apply(life, town.clock())
        if life.case:
            self._lives[life.case] = life

    async def _step(self, case: UUID, rests: int) -> None:
        """Does what follows in the case, if it is due. Otherwise the case rests for some ticks."""
        town = self._town
        try:
            opened = await town.case(case)
            life = self._lives.setdefault(case, life_of(case, opened))
            if await self._acted(life, opened):
                if life.case != case:
                    self._stands_at_a_window(life, case)
                elif (await town.case(case)).state.stage in FINAL:
                    del self._lives[case]
                return
        except SealBroken:
            _LOG.error("What is sealed in case %s does not open; the town leaves it alone.", case)
        except (Refusal, StoreUnavailable, OutcomeUnknown, KeyErased):
            pass
        town.door.forget(case)
        self._resting[case] = self._tick + rests

    def _stands_at_a_window(self, life: Life, before: UUID) -> None:
        """He goes on with the case that has begun there, on which the one before waits."""
        assert life.case is not None
        self._lives[life.case] = life
        del self._lives[before]
        self._resting[before] = self._tick + self._old_rests

    async def _acted(self, life: Life, opened: Opened[Case]) -> bool:
        """Acts on the case. Says whether there was something for the town to do."""
        now = self._town.clock()
        act = next_act(life, opened.state, now, LivePace())
        waits = act is None or act.at - now > _NOW or isinstance(act.command, LookAgain)
        if act is None or waits or act.by.id in _OTHERS:
            return False
        if self._carried and isinstance(act.command, HandToPost):
            posted = await numbered(self._town.door, opened, act.command)
            if posted is None:
                return False
            act = act._replace(command=posted)
        await self._town.act(life, act._replace(at=now), opened.version)
        await print_papers(self._town, life, act)
        return True
