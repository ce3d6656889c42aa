"""Learners book one examination: it closes by itself, is ranked, and each is told his result."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid5

import pytest

from cheguan.compose import BUILD
from cheguan.registry import REGISTRY
from domain.calendar import Calendar, start_of_day
from domain.case.case import CASE
from domain.case.consultation.commands import RecordExtract
from domain.case.examination.commands import CancelExamBooking, JoinRanking, RecordExamResult
from domain.case.intake.commands import SubmitCase
from domain.case.review.commands import CheckResult
from domain.case.stage import Stage
from domain.case.state import Case
from domain.door.door import Door
from domain.door.request import own_request
from domain.event_store.store import PostgresEventStore, open_store
from domain.event_store.transaction import Connection
from domain.exam_plans.booking import LearnerStanding
from domain.exam_plans.commands import CancelExamPlan, PublishExamPlan
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.ranking import RankBasis
from domain.exam_plans.reason import ExamCancelReason
from domain.exam_plans.state import ExamPlanStage, exam_plan_of
from domain.message import Command, PassDeadline
from domain.people import Actor, Role, system
from projections.examinations.bookings import QueuePosition, queue_position
from projections.examinations.figures import of_month, rates
from tests.kit.offices import asked
from tests.kit.served import Service, served
from tests.unit.case.exam_situations import DAY, FACTS, JUDGED, OPENED, RESULTS, SLOT
from workers.concerned import CONCERNED
from workers.ranker import rank_all
from workers.reactor import Reactor

NINE = datetime(2020, 3, 3, 1, tzinfo=UTC)
ACCEPTED = datetime(2019, 12, 1, 1, tzinfo=UTC)
PLAN = exam_plan_of(SLOT)
LEADER = Actor(Role.SUPERVISOR, "leader", "410300")
EXAMINER = Actor(Role.CLERK, "examiner", "410300")


@dataclass
class Site:
    """An examination site, and the learners who book there."""

    service: Service
    connection: Connection
    store: PostgresEventStore
    now: datetime = NINE

    def __post_init__(self) -> None:
        self.door = Door(
            self.store,
            clock=lambda: self.now,
            catalogue=OPENED,
            calendar=Calendar(),
            build=BUILD,
            codec=REGISTRY.codec,
        )

    async def announces(self, capacity: int) -> None:
        publish = PublishExamPlan(**SLOT._asdict(), capacity=capacity)
        await self.door.handle(EXAM_PLAN, PLAN, publish, asked(publish, LEADER))

    async def books(self, learner: int) -> UUID:
        case = uuid5(PLAN, f"learner {learner}")
        since = ACCEPTED + timedelta(days=learner)
        submit = SubmitCase(
            office="410300",
            reference=f"{learner:04}",
            facts=FACTS,
            key_id=case,
            sealed={},
            claim=uuid5(case, "claim"),
            id_no_index=case.bytes,
            permit=uuid5(case, "permit"),
        )
        await self.gives(case, submit, Actor(Role.APPLICANT, f"learner-{learner}"))
        results = tuple(CheckResult(code, True) for code in JUDGED)
        standing = LearnerStanding(since, RankBasis.ACCEPTED, 0, "4103A0007")
        extract = RecordExtract(as_of=self.now, results=results, learner=standing)
        for command in (extract, JoinRanking()):
            await self.gives(case, command, system("checker"))
        return case

    async def gives(self, case: UUID, command: Command, by: Actor) -> None:
        await self.door.handle(CASE, case, command, asked(command, by))

    async def closes(self) -> None:
        self.now = start_of_day(RESULTS)
        opened, _ = await self.door.open(EXAM_PLAN, PLAN, system("timekeeper"))
        over = PassDeadline(clock="EXAM_RESULT")
        request = own_request("timekeeper", PLAN, opened.version, over)
        await self.door.handle(EXAM_PLAN, PLAN, over, request)

    async def follows(self) -> None:
        """What follows from the log by itself has followed."""
        await self.service.fold()
        reactor = Reactor(self.service.url, REGISTRY.codec, self.door, CONCERNED)
        await reactor.catch_up()
        await reactor.close()
        await self.service.fold()

    async def stands(self, case: UUID) -> Case:
        return (await self.door.open(CASE, case, system("test")))[0].state


@pytest.fixture
async def site(database_url: str, tmp_path: Path, connection: Connection) -> AsyncIterator[Site]:
    made: list[Site] = []
    async with (
        served(database_url, tmp_path, clock=lambda: made[0].now if made else NINE) as service,
        open_store(database_url, REGISTRY.codec) as store,
    ):
        made.append(Site(service, connection, store))
        yield made[0]


async def test_the_first_of_the_ranking_have_the_places_whatever_the_order_of_their_bookings(
    site: Site,
) -> None:
    await site.announces(capacity=2)
    last, first, second = [await site.books(each) for each in (3, 1, 2)]
    await site.service.fold()
    assert await queue_position(site.connection, last) == QueuePosition(3, 3)
    assert await queue_position(site.connection, first) == QueuePosition(1, 3)
    await site.closes()
    assert await rank_all(site.connection, site.door) == 0
    await site.service.fold()
    assert await rank_all(site.connection, site.door) == 1
    await site.follows()
    placed = [(await site.stands(each)).booking for each in (first, second)]
    assert [each and each.placed for each in placed] == [True, True]
    assert (await site.stands(last)).stage is Stage.LAPSED
    assert await rank_all(site.connection, site.door) == 0
    site.now = start_of_day(DAY) + timedelta(hours=2)
    await site.gives(first, RecordExamResult(passed=True), EXAMINER)
    await site.gives(second, RecordExamResult(passed=False), EXAMINER)
    await site.service.fold()
    found = rates(await of_month(site.connection, DAY.replace(day=1)))
    assert (found.called, found.passed, found.pass_rate, found.absence_rate) == (2, 1, 0.5, 0)
    answer = await site.service.http.get("/api/v1/statistics/examinations?month=2020-03-05")
    assert answer.json()["subjects"] == [
        {
            "of": "SUBJ2",
            "called": 2,
            "passed": 1,
            "absent": 0,
            "cancelled_epidemic": 0,
            "pass_rate": 0.5,
            "absence_rate": 0.0,
        }
    ]


@pytest.mark.requirement("R28")
@pytest.mark.requirement("R29")
async def test_an_examination_that_is_not_held_ends_every_booking_once_and_takes_no_attempt(
    site: Site,
) -> None:
    await site.announces(capacity=2)
    cases = [await site.books(each) for each in range(5)]
    own = CancelExamBooking(reason=ExamCancelReason.OWN)
    await site.gives(cases[0], own, Actor(Role.APPLICANT, "learner-0"))
    await site.follows()
    cancel = CancelExamPlan(reason=ExamCancelReason.EPIDEMIC)
    await site.door.handle(EXAM_PLAN, PLAN, cancel, asked(cancel, LEADER))
    await site.follows()
    states = [await site.stands(each) for each in cases]
    assert {each.stage for each in states} == {Stage.WITHDRAWN}
    assert [each.ordered for each in states] == [()] * 5
    found = rates(await of_month(site.connection, DAY.replace(day=1)))
    assert (found.called, found.cancelled_epidemic) == (0, 4)
    opened, _ = await site.door.open(EXAM_PLAN, PLAN, system("test"))
    assert opened.state.stage is ExamPlanStage.CANCELLED
