"""What an approval changes reaches a register elsewhere once, and waits while that is away."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import LiteralString
from uuid import UUID

import pytest

from cheguan.reaction_names import reaction_names
from cheguan.register import registers
from domain.aggregates import CODEC
from domain.event_store.reactions.reached import reached
from domain.event_store.reactions.standing import ReactionStanding, standing
from domain.event_store.transaction import Connection
from tests.kit.consulted import SERVICE, Registered
from tests.kit.outside_register import client, settings
from tests.kit.register_stand_in import StandIn, stand_in
from tests.kit.served import Service
from tests.kit.window_cases import approve, taken_in
from workers.concerned import CONCERNED
from workers.reactions import courses
from workers.reactor import Reactor
from workers.registers.delivery import OUTSIDE_REGISTER, delivery
from workers.registers.outside import OutsideRegister
from workers.registers.own import OwnRegister

NAME = OUTSIDE_REGISTER.name


@pytest.fixture
async def there() -> AsyncIterator[StandIn]:
    async with stand_in() as made:
        yield made


@pytest.fixture
async def approved(service: Service, there: StandIn) -> UUID:
    """A case whose approval changes a licence that is on record elsewhere."""
    world = Registered(service, await service.example(SERVICE))
    case = await world.submit("holder")
    await world.check()
    await world.approve(case)
    return case


@asynccontextmanager
async def delivering(service: Service, there: StandIn, folder: Path) -> AsyncIterator[Reactor]:
    async with client(folder, there.url) as register:
        way = delivery(service.desk.door, service.desk.keyring, register)
        reactor = Reactor(service.url, CODEC, service.desk.door, CONCERNED, [way])
        try:
            yield reactor
        finally:
            await reactor.close()


async def stands(connection: Connection) -> ReactionStanding:
    (found,) = await standing(connection, [NAME])
    return found


async def test_it_is_told_with_whom_it_concerns_in_the_clear(
    service: Service, approved: UUID, there: StandIn, tmp_path: Path, connection: Connection
) -> None:
    async with delivering(service, there, tmp_path) as reactor:
        await reactor.catch_up()
    id_no = (await service.example(SERVICE))["applicant"]["id_no"]
    (told,) = there.carried_out.values()
    assert told["case"] == str(approved)
    assert told["about"] == {"id_no": id_no, "licence_no": id_no}
    assert [each["change"] for each in told["changes"]] == ["DutyDeferred"]
    assert (await stands(connection)).behind == 0
    cursor = await connection.execute(
        "SELECT count(*) FROM stored_events WHERE position(%s::bytea IN state) > 0",
        (id_no.encode(),),
    )
    assert await cursor.fetchall() == [(0,)]


@pytest.mark.parametrize("code", ["reg_new", "reg_transfer"])
async def test_it_is_told_the_number_that_a_vehicle_gets(
    service: Service, there: StandIn, tmp_path: Path, code: str
) -> None:
    form = await service.example(code)
    await approve(service, await taken_in(service, form))
    async with delivering(service, there, tmp_path) as reactor:
        await reactor.catch_up()
    (told,) = there.carried_out.values()
    gets = form.get("registration") or form["new_plate"]
    assert told["plate"] == f"02:{gets['plate_no']}"
    known = form.get("vehicle")
    assert told["about"].get("plate") == (known and f"02:{known['plate_no']}")


async def test_it_is_told_to_whom_a_vehicle_is_mortgaged(
    service: Service, there: StandIn, tmp_path: Path
) -> None:
    form = await service.example("reg_mortgage")
    await approve(service, await taken_in(service, form))
    async with delivering(service, there, tmp_path) as reactor:
        await reactor.catch_up()
    (told,) = there.carried_out.values()
    assert told["mortgagee"] == {name: form["mortgagee"][name] for name in ("id_no", "name")}
    assert [each["change"] for each in told["changes"]] == ["VehicleMortgaged"]


async def test_whoever_was_killed_tells_it_again_under_the_same_id(
    service: Service, approved: UUID, there: StandIn, tmp_path: Path, connection: Connection
) -> None:
    for _ in range(2):
        async with delivering(service, there, tmp_path) as reactor:
            await reactor.catch_up()
        await connection.execute("UPDATE reaction_position SET position = 0")
    assert len(there.told) == 2
    assert list(there.carried_out) == [there.told[0]] == [there.told[1]]


async def test_while_it_is_away_the_delivery_stands_still_and_the_others_go_on(
    service: Service,
    approved: UUID,
    there: StandIn,
    tmp_path: Path,
    connection: Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(courses, "RESTS_S", 0.0)
    there.trouble = 503
    async with delivering(service, there, tmp_path) as reactor:
        for _ in range(3):
            await reactor.step()
        away = await stands(connection)
        assert away.behind > 0
        assert away.stopped == "register-unreachable"
        assert await reached(connection, ["vehicle_register", "licence_register"]) > away.position
        there.trouble = None
        await reactor.catch_up()
    back = await stands(connection)
    assert (back.behind, back.stopped, len(there.carried_out)) == (0, None, 1)


async def test_what_it_will_not_carry_out_is_shown_and_tried_again(
    service: Service, approved: UUID, there: StandIn, tmp_path: Path, connection: Connection
) -> None:
    there.refuses = 404
    async with delivering(service, there, tmp_path) as reactor:
        await reactor.catch_up()
    found = await stands(connection)
    assert (found.behind, found.stopped, found.postponed) == (0, None, 1)
    there.refuses = None
    await connection.execute("UPDATE reaction_postponed SET again_at = clock_timestamp()")
    async with delivering(service, there, tmp_path) as reactor:
        await reactor.catch_up()
    assert (await stands(connection)).postponed == 0
    assert len(there.carried_out) == 1


@pytest.mark.parametrize(
    "lost", ["DELETE FROM vault.data_key", "UPDATE vault.data_key SET wrapped = sha256(wrapped)"]
)
async def test_what_concerns_a_person_who_was_erased_or_does_not_open_cannot_be_told(
    lost: LiteralString,
    service: Service,
    approved: UUID,
    there: StandIn,
    tmp_path: Path,
    connection: Connection,
) -> None:
    await connection.execute(lost)
    service.desk.keyring._known.clear()
    async with delivering(service, there, tmp_path) as reactor:
        await reactor.catch_up()
    found = await stands(connection)
    assert (found.behind, found.stopped, found.postponed) == (0, None, 1)
    assert there.told == []


async def test_the_settings_choose_the_register(service: Service, tmp_path: Path) -> None:
    ours, elsewhere = settings(tmp_path, None), settings(tmp_path, "https://register.example/v1")
    async with registers(ours, service.desk) as known:
        assert isinstance(known.port, OwnRegister)
        assert sorted(known.behind) == [
            "learner_permit_register",
            "licence_register",
            "vehicle_register",
        ]
    async with registers(elsewhere, service.desk) as known:
        assert isinstance(known.port, OutsideRegister)
        assert [each.declared.name for each in known.outward] == list(known.behind) == [NAME]
    assert NAME in reaction_names(elsewhere, CODEC)
    assert NAME not in reaction_names(ours, CODEC)
