"""The reactor: what happens in one aggregate has its consequences in another (ADR 19).

It follows the store, and never Kafka. Each reaction has a place of its own in the log, and its
commands are stored before the place moves. Whoever is killed in between gives them again under
the same ids, and the command log knows them.
"""

import asyncio
import logging
import time
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from domain.codec import Codec
from domain.event_store.reactions.places import Advance
from domain.event_store.transaction import Connection
from domain.reaction import BulkReaction
from domain.reactions import declared
from workers.pause import pause
from workers.reactions.course import Course
from workers.reactions.courses import Courses
from workers.reactions.outward import Hand, Outward
from workers.reactions.second_tries import try_again
from workers.reactions.slices import PageOfStreams, Slice, of_causes, of_page, page_of
from workers.reactions.targets import Targets
from workers.trial import AWAY

POLL_S: Final = 1.0
_AGAIN_S: Final = 0.5
_NO_TARGETS: Final[Mapping[str, Targets]] = MappingProxyType({})
_log: Final = logging.getLogger(__name__)


async def run(
    url: str,
    codec: Codec,
    door: Hand,
    stop: asyncio.Event,
    targets: Mapping[str, Targets] = _NO_TARGETS,
    outward: Sequence[Outward] = (),
) -> None:
    """Follows the log until ``stop`` is set. A second reactor beside it changes nothing.

    Raises :class:`~domain.event_store.reactions.places.ReactionEpochDiffers`.
    """
    reactor = Reactor(url, codec, door, targets, outward)
    try:
        while not stop.is_set():
            try:
                if not await reactor.step():
                    await reactor.news()
            except AWAY as away:
                _log.warning("reactor: %s; again in %.1f s", type(away).__name__, _AGAIN_S)
                await reactor.close()
                await pause(stop, _AGAIN_S)
    finally:
        await reactor.close()


class Reactor:
    """All reactions of some aggregates, and those ``outward``. ``targets`` has a question for
    each bulk one, by name.

    Raises ``TypeError`` if a question is missing.
    """

    def __init__(
        self,
        url: str,
        codec: Codec,
        door: Hand,
        targets: Mapping[str, Targets] = _NO_TARGETS,
        outward: Sequence[Outward] = (),
    ) -> None:
        reactions = declared(codec)
        self._courses = Courses(url, codec, door, reactions, outward)
        self._targets = targets
        self._tries_again_at: dict[str, float] = {}
        for each in reactions:
            if isinstance(each.reaction, BulkReaction) and each.name not in targets:
                raise TypeError(f"{each.name}: nobody says which streams it concerns")

    async def step(self) -> bool:
        """Carries out a slice of every reaction that is behind. Says whether any has come further.

        A page of streams is only begun. The others go on meanwhile, and a later step stores how
        far it has come.
        """
        connection = await self._courses.ready()
        moved = await self._courses.keep(self._courses.pages.done())
        courses = self._courses.at_work()
        await self._second_tries(connection, courses)
        await self._courses.read(courses)
        slices = await asyncio.gather(*(self._slice(connection, course) for course in courses))
        return await self._courses.keep([each for each in slices if each]) or moved

    async def settle(self) -> bool:
        """Waits for one page of streams, and stores how far it has come.

        Says whether any has come further, or is still being worked on.
        """
        if not (pages := tuple(self._courses.pages)):
            return False
        await asyncio.wait(pages, return_when=asyncio.FIRST_COMPLETED)
        moved = await self._courses.keep(self._courses.pages.done())
        return moved or any(not each.done() for each in pages)

    async def catch_up(self) -> None:
        """Works until nothing is left to do, or everything that is left has to wait."""
        while await self.step() or await self.settle():
            pass

    async def news(self) -> None:
        """Returns when something may have been appended, a page is done, or after a second."""
        listening = asyncio.create_task(self._appended(await self._courses.ready()))
        try:
            awaited = (listening, *self._courses.pages)
            await asyncio.wait(awaited, return_when=asyncio.FIRST_COMPLETED)
            if listening.done():
                listening.result()
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)

    async def close(self) -> None:
        await self._courses.close()

    async def _slice(self, connection: Connection, course: Course) -> Slice | None:
        reaction = course.declared.reaction
        if not course.causes:
            end = course.behind(course.read_to)
            return Slice(Advance(course.name, course.place, end)) if end != course.place else None
        if not isinstance(reaction, BulkReaction):
            return await of_causes(course, reaction)
        asked, epoch = self._targets[course.name], self._courses.epoch
        found = await page_of(course, reaction, asked, connection, epoch)
        if isinstance(found, PageOfStreams):
            self._courses.pages.begin(course.name, of_page(course, found))
            return None
        return found

    async def _second_tries(self, connection: Connection, courses: Sequence[Course]) -> None:
        """Looks once a second at what is postponed."""
        now = time.monotonic()
        due = (each for each in courses if self._tries_again_at.get(each.name, now) <= now)
        held = {course.name: course for course in due if course.held}
        if held:
            self._tries_again_at |= dict.fromkeys(held, now + POLL_S)
            for name, why in (await try_again(connection, held)).items():
                await self._courses.stop(held[name], why)

    async def _appended(self, connection: Connection) -> None:
        async for _ in connection.notifies(timeout=POLL_S, stop_after=1):
            return
