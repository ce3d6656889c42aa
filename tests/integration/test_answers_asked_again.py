"""The register is asked again where its answer no longer serves, before an outcome rests on it."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase
from domain.case.review.commands import ApproveCase, CheckResult, RecordChecks, StartReview
from domain.case.review.refusals import AnswerOutdated
from domain.case.stage import Stage
from domain.claims.refusals import RecordMovedOn
from domain.event_store.connection import connect
from domain.message import Command
from domain.people import Actor
from domain.services.catalogue import CATALOGUE
from tests.kit.consulted import Registered, registered
from tests.kit.life import CLERK, REVIEWER
from tests.kit.offices import asked
from tests.kit.served import NOW, Service, served
from workers.concerned import CONCERNED
from workers.reactor import Reactor
from workers.registers.own import BEHIND

PHOTO = "licence_photo_submit"
CHECKS = tuple(each.code for each in CATALOGUE[PHOTO].checks)


class Watch:
    """A clock that goes on by a second each time it is read."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture(name="watch")
def _watch() -> Watch:
    return Watch()


@pytest.fixture(name="service")
async def _service(database_url: str, tmp_path: Path, watch: Watch) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path, clock=watch) as opened:
        yield opened


@pytest.fixture(name="reactor")
async def _reactor(service: Service) -> AsyncIterator[Reactor]:
    reactor = Reactor(service.url, CODEC, service.desk.door, CONCERNED)
    yield reactor
    await reactor.close()


async def do(world: Registered, case: UUID, by: Actor, command: Command) -> None:
    await world.service.desk.door.handle(CASE, case, command, asked(command, by))


async def under_review(world: Registered, reactor: Reactor) -> UUID:
    """A case about which the register was asked, and of which an officer knows the rest."""
    case = await world.submit("holder")
    await reactor.catch_up()
    assert await world.check(*BEHIND) == 1
    await do(world, case, CLERK, AcceptCase())
    await do(world, case, REVIEWER, StartReview())
    missing = sorted(set(CHECKS) - (await world.case(case)).checks.keys())
    found = tuple(CheckResult(code, passed=True) for code in missing)
    await do(world, case, REVIEWER, RecordChecks(results=found))
    return case


async def asked_at(world: Registered, case: UUID) -> datetime:
    consulted_at = (await world.case(case)).consulted_at
    assert consulted_at is not None
    return consulted_at


async def look(world: Registered) -> int:
    """The read models know everything, and no pause holds the checker up."""
    await world.service.fold()
    async with await connect(world.service.url) as connection:
        await connection.execute("UPDATE set_aside SET again_at = clock_timestamp()")
    return await world.check(*BEHIND)


async def test_an_answer_of_the_day_before_is_asked_for_again(
    service: Service, reactor: Reactor, watch: Watch
) -> None:
    world = await registered(service, PHOTO, photo_approved_on=None)
    case = await under_review(world, reactor)
    first = await asked_at(world, case)
    assert await look(world) == 0
    watch.now += timedelta(hours=24)
    with pytest.raises(AnswerOutdated):
        await do(world, case, REVIEWER, ApproveCase())
    assert await look(world) == 1
    assert await asked_at(world, case) > first + timedelta(hours=24)
    await do(world, case, REVIEWER, ApproveCase())
    assert (await world.case(case)).stage is Stage.COMPLETED


async def test_an_outcome_for_the_same_licence_comes_between_an_answer_and_another_outcome(
    service: Service, reactor: Reactor
) -> None:
    world = await registered(service, PHOTO, photo_approved_on=None)
    photo = await under_review(world, reactor)
    first = await asked_at(world, photo)
    contact = Registered(service, await service.example("driver_contact_change"))
    assert contact.licence == world.licence
    other = await contact.submit("holder")
    await reactor.catch_up()
    assert await look(world) == 1
    assert (await world.case(other)).stage is Stage.COMPLETED
    with pytest.raises(RecordMovedOn):
        await do(world, photo, REVIEWER, ApproveCase())
    assert await look(world) == 0
    assert await asked_at(world, photo) == first
    await reactor.catch_up()
    assert await look(world) == 1
    assert await asked_at(world, photo) > first
    await do(world, photo, REVIEWER, ApproveCase())
    assert (await world.case(photo)).stage is Stage.COMPLETED
