"""What an approval orders is changed in our own register once, and the next case sees it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from typing import Final

import pytest
from msgspec.structs import replace

from domain.aggregates import CODEC
from domain.event_store.reactions.places import begin_anew
from domain.event_store.reactions.reached import reached
from domain.event_store.reactions.standing import standing
from domain.event_store.transaction import Connection
from domain.licences.events import LicenceDutyDeferred
from domain.register.licence import Deferral, LicenceDuty, LicenceState
from domain.register.port import Inquiry, RegisterExtract
from tests.kit.consulted import Registered, registered
from tests.kit.payment import counted
from tests.kit.served import Service
from workers.concerned import CONCERNED
from workers.reactor import Reactor
from workers.registers.own import OwnRegister

NAMES = ("vehicle_register", "licence_register")
MOMENT: Final = timedelta(milliseconds=1)


@asynccontextmanager
async def reacting(service: Service) -> AsyncIterator[Reactor]:
    reactor = Reactor(service.url, CODEC, service.desk.door, CONCERNED)
    try:
        yield reactor
    finally:
        await reactor.close()


async def test_an_approval_changes_the_register_once_whatever_is_repeated(
    service: Service, connection: Connection
) -> None:
    world = await registered(service)
    case = await world.submit("holder")
    assert await world.check() == 1
    await world.approve(case)
    for _ in range(2):
        async with reacting(service) as reactor:
            await reactor.catch_up()
            await begin_anew(connection, NAMES, 1)
            await reactor.catch_up()
    assert (await counted(connection))[LicenceDutyDeferred.__name__] == 1
    record = (await world.on_record()).record
    assert record.states == {LicenceState.RENEWAL_DEFERRED}
    assert record.deferrals == (
        Deferral(LicenceDuty.RENEWAL, date(2020, 6, 24), date(2022, 6, 24)),
    )


async def test_the_case_after_sees_it(service: Service) -> None:
    world = await registered(service)
    first = await world.submit("holder")
    await world.check()
    assert (await world.case(first)).checks["C-DEFERRED"] is True
    await world.approve(first)
    second = await world.submit("holder")
    async with reacting(service) as reactor:
        await reactor.catch_up()
    await world.check(*NAMES)
    assert (await world.case(second)).checks["C-DEFERRED"] is False


async def test_a_case_waits_until_the_outcomes_before_it_have_reached_the_register(
    service: Service, connection: Connection
) -> None:
    world = await registered(service)
    async with reacting(service) as reactor:
        await reactor.catch_up()
        first = await world.submit("holder")
        await world.check()
        await world.approve(first)
        before = await reached(connection, NAMES)
        second = await world.submit("holder")
        assert await world.check(*NAMES) == 0
        assert (await world.case(second)).consulted_at is None
        await reactor.catch_up()
    assert await reached(connection, NAMES) > before
    await world.check(*NAMES)
    assert (await world.case(second)).checks["C-DEFERRED"] is False


async def test_what_was_ordered_while_the_register_was_asked_makes_its_answer_worthless(
    service: Service, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The register does not show it yet, although its answer is the younger of the two."""
    world = await registered(service)
    async with reacting(service) as reactor:
        await reactor.catch_up()
        first = await world.submit("holder")
        await world.check()
        other = Registered(service, await service.example("driver_contact_change"))
        second = await other.submit("holder")
        await reactor.catch_up()
        ask = OwnRegister.ask

        async def asked_meanwhile(register: OwnRegister, inquiry: Inquiry) -> RegisterExtract:
            monkeypatch.setattr(OwnRegister, "ask", ask)
            await world.approve(first)
            return replace(await ask(register, inquiry), at=service.desk.clock() + MOMENT)

        monkeypatch.setattr(OwnRegister, "ask", asked_meanwhile)
        await world.check(*NAMES)
        assert (await world.case(second)).consulted_at is None
        cursor = await connection.execute("SELECT why FROM set_aside WHERE stream = %s", (second,))
        assert await cursor.fetchall() == [("register-behind",)]
        await reactor.catch_up()
    await connection.execute("UPDATE set_aside SET again_at = clock_timestamp()")
    await world.check(*NAMES)
    assert (await world.case(second)).consulted_at is not None


async def test_what_is_postponed_for_a_licence_holds_up_its_cases_alone(
    service: Service, connection: Connection
) -> None:
    world = await registered(service)
    case = await world.submit("holder")
    async with reacting(service) as reactor:
        await reactor.catch_up()
    await connection.execute(
        "INSERT INTO reaction_postponed (name, target, cause, refusal) VALUES (%s, %s, 1, 'stale')",
        ("licence_register", world.licence),
    )
    assert await world.check(*NAMES) == 0
    cursor = await connection.execute("SELECT why FROM set_aside WHERE stream = %s", (case,))
    assert await cursor.fetchall() == [("register-behind",)]
    await connection.execute("DELETE FROM reaction_postponed")
    await connection.execute("UPDATE set_aside SET again_at = clock_timestamp()")
    assert await world.check(*NAMES) == 1


async def test_what_is_not_on_record_here_is_no_hindrance(
    service: Service, connection: Connection
) -> None:
    world = Registered(service, await service.example("renewal_deferral"))
    case = await world.submit("holder")
    await world.check()
    assert set((await world.case(case)).checks) == {"C-DUP"}
    await world.approve(case)
    async with reacting(service) as reactor:
        await reactor.catch_up()
    for stands in await standing(connection, NAMES):
        assert (stands.behind, stands.stopped, stands.postponed) == (0, None, 0)


async def test_a_reaction_that_has_not_begun_has_reached_nothing(connection: Connection) -> None:
    assert await reached(connection, NAMES) == 0


@pytest.mark.parametrize("number", [None, "410102199202291237"])
async def test_the_register_tells_only_of_what_it_is_asked_for(
    service: Service, number: str | None
) -> None:
    world, desk = await registered(service), service.desk
    register = OwnRegister(desk.door, desk.names, desk.clock)
    known = world.example["licence"]["licence_no"]
    found = await register.ask(Inquiry(id_no=known, licence_no=known))
    assert found.licence == (await world.on_record()).record
    assert found.at == desk.clock()
    nothing = await register.ask(Inquiry(id_no=known, licence_no=number, vin=number))
    assert (nothing.licence, nothing.vehicle, nothing.permit) == (None, None, None)


def test_an_inquiry_is_never_printed() -> None:
    assert str(Inquiry(id_no="410102199202291236")) == "Inquiry()"
