"""Takes the steps of the examinations of a story, and tells those who booked what follows.

A ranker and a reactor do the same when the read models are filled. While the story is told nobody
fills them, so the town counts itself, by the same rules.
"""

from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from cheguan.town.cities import City
from cheguan.town.exams import AHEAD, ExamStep, announced, in_city
from cheguan.town.requests import town_request, version_of
from cheguan.town.town import Town
from domain.calendar import local_day
from domain.case.by_rank import slot_of
from domain.case.case import CASE
from domain.case.examination.commands import FollowExamCancellation, LearnRanking
from domain.case.examination.follow import EXAMS_CANCELLED, RANKINGS
from domain.case.stage import FINAL
from domain.case.vocabulary import CaseCommand
from domain.exam_plans.commands import CancelExamPlan, FixExamRanking, PublishExamPlan
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.ranking import RankingKey, cut
from domain.exam_plans.state import exam_plan_of
from domain.message import Command
from domain.people import Actor, system
from domain.refusal import Refusal

_NOBODY: Final = "town"


class ExamBookings:
    """The examinations of one telling of the story, and who has booked each of them."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._booked: dict[UUID, list[UUID]] = {}

    async def note(self, case: UUID) -> None:
        """Remembers a case that asks for a place in one of them. Others are no matter of it."""
        slot = slot_of((await self._town.case(case)).state)
        if slot and (examination := self._booked.get(exam_plan_of(slot))) is not None:
            examination.append(case)

    async def take(self, step: ExamStep) -> None:
        """Gives the command to the examination, and to its bookings what follows for them."""
        self._town.clock.act_at(step.at)
        command = step.command
        if isinstance(command, PublishExamPlan):
            self._booked[step.plan] = []
        if isinstance(command, FixExamRanking):
            command = await self._ranking(step.plan, command)
        await _give(self._town, step.plan, command, step.by)
        match command:
            case FixExamRanking(last_since=since, last_serial=serial):
                told = LearnRanking(last_since=since, last_serial=serial)
                await self._tell(step.plan, told, RANKINGS.name)
            case CancelExamPlan(reason=reason):
                ended = FollowExamCancellation(reason=reason)
                await self._tell(step.plan, ended, EXAMS_CANCELLED.name)

    async def _ranking(self, plan: UUID, command: FixExamRanking) -> FixExamRanking:
        """Who is the last one with a place, of those who are in the ranking by now."""
        door = self._town.door
        opened = (await door.open(EXAM_PLAN, plan, system(_NOBODY)))[0]
        keys = [key async for key in self._keys(plan)]
        placed, last = cut(keys, opened.state.capacity)
        return replace(
            command,
            applicants=len(keys),
            placed=placed,
            last_since=last and last.since,
            last_serial=last and last.serial,
        )

    async def _keys(self, plan: UUID) -> AsyncIterator[RankingKey]:
        for case in self._booked[plan]:
            current = (await self._town.case(case)).state
            if current.booking and current.stage not in FINAL:
                yield current.booking.key

    async def _tell(self, plan: UUID, command: CaseCommand, reaction: str) -> None:
        for case in self._booked[plan]:
            opened = await self._town.case(case)
            if opened.state.booking is None or opened.state.stage in FINAL:
                continue
            asked = town_request(case, opened.version, command, system(reaction))
            async with self._town.followed():
                await self._town.door.handle(CASE, case, command, asked)


async def announce(town: Town, city: City) -> None:
    """Announces the examination that somebody of the city is about to book while the town lives.

    Where the site is closed it is refused, and so it is if it is announced already.
    """
    step = announced(in_city(city, local_day(town.clock()) + AHEAD), town.clock())
    with suppress(Refusal):
        await _give(town, step.plan, step.command, step.by)


async def _give(town: Town, plan: UUID, command: Command, by: Actor) -> None:
    version = await version_of(town.door, EXAM_PLAN, plan, by)
    asked = town_request(plan, version, command, by)
    await town.door.handle(EXAM_PLAN, plan, command, asked)
