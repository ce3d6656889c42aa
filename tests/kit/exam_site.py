"""An examination site in a real store, and the learners who book there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid5

from cheguan.compose import BUILD
from cheguan.registry import REGISTRY
from domain.calendar import Calendar, start_of_day
from domain.case.case import CASE
from domain.case.consultation.commands import RecordExtract
from domain.case.examination.commands import (
    JoinRanking,
)
from domain.case.intake.commands import SubmitCase
from domain.case.review.commands import CheckResult
from domain.case.state import Case
from domain.door.door import Door
from domain.door.request import own_request
from domain.event_store.store import PostgresEventStore, open_store
from domain.event_store.transaction import Connection
from domain.exam_plans.booking import LearnerStanding
from domain.exam_plans.commands import PublishExamPlan
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.ranking import RankBasis
from domain.exam_plans.state import exam_plan_of
from domain.learner_permits.commands import EnterLearnerPermit
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.learner_permits.state import PermitOnRecord
from domain.message import Command, PassDeadline
from domain.people import Actor, Role, system
from domain.register.learner_permit import LearnerPermitRecord
from domain.services.catalogue import EVERY_SERVICE
from tests.kit.offices import asked
from tests.kit.served import Service, served
from tests.unit.case.exam_situations import FACTS, JUDGED, RESULTS, SLOT
from workers.concerned import CONCERNED
from workers.reactor import Reactor

NINE = datetime(2020, 3, 3, 1, tzinfo=UTC)
ACCEPTED = datetime(2019, 12, 1, 1, tzinfo=UTC)
PLAN = exam_plan_of(SLOT)
RECORD = LearnerPermitRecord(
    holder=b"learner",
    office="410300",
    wanted=SLOT.exam_class,
    issued_on=date(2020, 1, 2),
    valid_until=date(2023, 1, 2),
    accepted_at=ACCEPTED,
)
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
            catalogue=EVERY_SERVICE,
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

    async def enters_a_permit(self, case: UUID) -> UUID:
        """Puts the permit of the learner on record, as it was before he booked."""
        permit, enter = uuid5(case, "permit"), EnterLearnerPermit(record=RECORD)
        request = own_request("import", permit, 0, enter)
        await self.door.handle(LEARNER_PERMIT, permit, enter, request)
        return permit

    async def permit(self, stream: UUID) -> PermitOnRecord:
        return (await self.door.open(LEARNER_PERMIT, stream, system("test")))[0].state

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


@asynccontextmanager
async def exam_site(url: str, folder: Path, connection: Connection) -> AsyncIterator[Site]:
    """A site behind the API, whose clock is its own ``now``."""
    made: list[Site] = []
    async with (
        served(url, folder, clock=lambda: made[0].now if made else NINE) as service,
        open_store(url, REGISTRY.codec) as store,
    ):
        made.append(Site(service, connection, store))
        yield made[0]
