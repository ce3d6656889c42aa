"""A decision that no longer stands is undone in the register, ours or one elsewhere, and once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID

import pytest

from cheguan.consultation import consultation
from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.remedies.commands import ReopenCase, RevokeDecision
from domain.case.remedies.reasons import ReopeningCause
from domain.case.review.commands import (
    ApproveCase,
    CheckResult,
    RecordChecks,
    RefuseCase,
    StartReview,
)
from domain.case.review.reasons import CheckSource
from domain.event_store.reactions.places import begin_anew
from domain.event_store.transaction import Connection
from domain.licences.events import LicenceDutyDeferred, LicenceOutcomeUndone
from domain.message import Command
from domain.people import Actor, Role
from domain.register.licence import LicenceState
from domain.services.catalogue import CATALOGUE
from tests.kit.consulted import SERVICE, Registered, registered
from tests.kit.offices import asked
from tests.kit.outside_register import client
from tests.kit.payment import counted
from tests.kit.register_stand_in import StandIn, stand_in
from tests.kit.served import Service
from workers.concerned import CONCERNED
from workers.reactions.outward import Outward
from workers.reactor import Reactor
from workers.registers.delivery import delivery

LEADER, OTHER_LEADER = (Actor(Role.SUPERVISOR, name, "410100") for name in ("leader", "other"))
NAMES = ("vehicle_register", "licence_register")
REOPEN = ReopenCase(cause=ReopeningCause.OWN_CORRECTION)
REFUSE = RefuseCase(codes=("R-LICENCE-STATE",))
REVOKE = RevokeDecision(codes=("R-FALSE-MATERIAL",))


@asynccontextmanager
async def reacting(service: Service, *ways: Outward) -> AsyncIterator[Reactor]:
    reactor = Reactor(service.url, CODEC, service.desk.door, CONCERNED, ways)
    try:
        yield reactor
    finally:
        await reactor.close()


async def give(world: Registered, case: UUID, by: Actor, command: Command) -> None:
    await world.service.desk.door.handle(CASE, case, command, asked(command, by))


async def decide_anew(world: Registered, case: UUID, command: Command) -> None:
    """Another leader takes the reopened case, and decides. What is not said he has looked at."""
    await give(world, case, OTHER_LEADER, StartReview())
    codes = {each.code for each in CATALOGUE[SERVICE].checks}
    missing = sorted(codes - (await world.case(case)).checks.keys())
    results = tuple(CheckResult(code, passed=True) for code in missing)
    if results:
        record = RecordChecks(results=results, source=CheckSource.DOCUMENTS)
        await give(world, case, OTHER_LEADER, record)
    await give(world, case, OTHER_LEADER, command)
    await world.service.fold()


async def approved(world: Registered) -> UUID:
    case = await world.submit("holder")
    await world.check()
    await world.approve(case)
    return case


@pytest.mark.parametrize("command", [REFUSE, REVOKE], ids=lambda each: type(each).__name__)
async def test_our_own_register_is_as_it_was(
    service: Service, connection: Connection, command: Command
) -> None:
    world = await registered(service)
    before = (await world.on_record()).record
    case = await approved(world)
    async with reacting(service) as reactor:
        await reactor.catch_up()
        assert (await world.on_record()).record.states == {LicenceState.RENEWAL_DEFERRED}
        if command is REVOKE:
            await give(world, case, LEADER, REVOKE)
        else:
            await give(world, case, LEADER, REOPEN)
            await decide_anew(world, case, REFUSE)
        for _ in range(2):
            await reactor.catch_up()
            await begin_anew(connection, NAMES, 1)
        await reactor.catch_up()
    assert (await world.on_record()).record == before
    assert (await counted(connection))[LicenceOutcomeUndone.__name__] == 1


async def test_the_first_decision_hides_from_its_own_case_and_from_no_other(
    service: Service, connection: Connection
) -> None:
    world = await registered(service)
    case = await approved(world)
    async with reacting(service) as reactor:
        await reactor.catch_up()
        await give(world, case, LEADER, REOPEN)
        await service.fold()
        await reactor.catch_up()
        await world.check(*NAMES)
        assert (await world.case(case)).checks["C-DEFERRED"] is True
        await decide_anew(world, case, ApproveCase())
        other = await world.submit("holder")
        await reactor.catch_up()
        await world.check(*NAMES)
    assert (await world.case(other)).checks["C-DEFERRED"] is False
    assert (await counted(connection))[LicenceDutyDeferred.__name__] == 1
    assert (await world.on_record()).record.states == {LicenceState.RENEWAL_DEFERRED}


@pytest.fixture
async def there() -> AsyncIterator[StandIn]:
    async with stand_in() as made:
        yield made


async def test_a_register_elsewhere_is_told_once_and_in_order(
    service: Service, there: StandIn, tmp_path: Path, connection: Connection
) -> None:
    world = Registered(service, await service.example(SERVICE))
    case = await approved(world)
    await give(world, case, LEADER, REOPEN)
    await decide_anew(world, case, REFUSE)
    for _ in range(2):
        async with client(tmp_path, there.url) as register:
            way = delivery(service.desk.door, service.desk.keyring, register)
            async with reacting(service, way) as reactor:
                await reactor.catch_up()
        await connection.execute("UPDATE reaction_position SET position = 0")
    assert len(there.told) == 4
    first, second = (each["changes"] for each in there.carried_out.values())
    assert [each["change"] for each in first] == ["DutyDeferred"]
    assert second == [{"change": "OutcomeUndone", "changes": first}]


async def test_a_register_elsewhere_is_asked_without_what_the_case_had_changed(
    service: Service, there: StandIn, tmp_path: Path
) -> None:
    world = Registered(service, await service.example(SERVICE))
    case = await approved(world)
    await give(world, case, LEADER, REOPEN)
    async with client(tmp_path, there.url) as register:
        await consultation(service.desk, register)(case, await world.case(case))
    assert there.asked[-1]["case"] == str(case)
