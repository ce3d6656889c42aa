"""The reactions of one process, where they stand, and the connection on which they are kept."""

import logging
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

import psycopg

from domain.codec import Codec
from domain.event_store.connection import connect
from domain.event_store.log import CHANNEL, current_epoch
from domain.event_store.reactions import places, postponed
from domain.event_store.reactions.causes import causes_after
from domain.event_store.transaction import Connection
from domain.failpoints import failpoint
from domain.reactions import Declared
from workers.reactions.course import Course
from workers.reactions.outward import Hand, Outward
from workers.reactions.pages import Pages
from workers.reactions.slices import Slice

BATCH: Final = 8_000
"""How many events are looked through at once, for the few to which somebody reacts."""
RESTS_S: Final = 30.0
"""Seconds after which a reaction that was stopped tries once more."""
_log: Final = logging.getLogger(__name__)


class Courses:
    """The courses. What is in memory is read again after every loss, and every lost race."""

    def __init__(
        self,
        url: str,
        codec: Codec,
        door: Hand,
        declared: Sequence[Declared],
        outward: Sequence[Outward] = (),
    ) -> None:
        self._url, self._codec = url, codec
        self._hands: dict[str, Hand] = {each.name: door for each in declared}
        self._hands |= {each.declared.name: each.hand for each in outward}
        everything = (*declared, *(each.declared for each in outward))
        self._declared = {each.name: each for each in everything}
        self._connection: Connection | None = None
        self._courses: dict[str, Course] = {}
        self._rests: dict[str, float] = {}
        self.pages = Pages()
        self.epoch = 0

    async def ready(self) -> Connection:
        """Connects, and makes a course for each reaction. Raises ``ReactionEpochDiffers``."""
        if self._connection is None or self._connection.closed:
            await self.close()
            self._connection = await connect(self._url)
            await self._connection.execute(f"LISTEN {CHANNEL}".encode())
        if missing := self._declared.keys() - self._courses.keys():
            self.epoch = await current_epoch(self._connection)
            stand = await places.places(self._connection, missing, self.epoch)
            held = await postponed.held(self._connection, missing)
            for name, place in stand.items():
                each, waits = self._declared[name], set(held.get(name, ()))
                hand = self._hands[name]
                self._courses[name] = Course(each, self._codec, hand, place, waits)
        return self._connection

    @property
    def _same(self) -> Connection:
        """The connection on which the courses were read. After a loss they are no longer valid."""
        assert self._connection is not None
        return self._connection

    def at_work(self) -> Sequence[Course]:
        """The courses that have no page on its way, and do not rest after they were stopped."""
        now = time.monotonic()
        free = (each for each in self._courses.values() if each.name not in self.pages)
        return [each for each in free if self._rests.get(each.name, now) <= now]

    async def read(self, courses: Sequence[Course]) -> None:
        """Reads on. Those that stand at one position read the same events together."""
        groups: dict[int, list[Course]] = defaultdict(list)
        for course in courses:
            if not course.causes:
                groups[course.read_to].append(course)
        for position, group in groups.items():
            topics = {course.topic for course in group}
            causes, upto = await causes_after(self._same, position, topics, BATCH)
            for course in group:
                course.read(causes, upto)

    async def keep(self, slices: Sequence[Slice]) -> bool:
        """Stores how far they have come, and says whether any has come further."""
        moves = [each.move for each in slices if each.move.new != each.move.old]
        followed = any(self._courses[move.name].causes for move in moves)
        if followed:
            failpoint("X2")
        moved = await places.move(self._same, self.epoch, moves) if moves else ()
        for move in moves:
            if move.name in moved:
                self._courses[move.name].moved(move)
            else:
                del self._courses[move.name]
        if followed:
            failpoint("X3")
        for each in slices:
            if each.stops and (course := self._courses.get(each.move.name)):
                await self.stop(course, each.stops)
        return bool(moves)

    async def stop(self, course: Course, why: str) -> None:
        """Stops a course in everybody's view. Its place stays, and the others go on."""
        at = course.causes[0].position if course.causes else course.place.position
        _log.error("reaction %s stands still at position %d: %s", course.name, at, why)
        self._rests[course.name] = time.monotonic() + RESTS_S
        await places.stop(self._same, self.epoch, course.name, course.place, why)

    async def close(self) -> None:
        """Closes the connection, so that the next step begins with what the database says."""
        await self.pages.close()
        connection, self._connection = self._connection, None
        self._courses.clear()
        if connection is not None:
            with suppress(psycopg.Error):
                await connection.close()
