"""A relief over a real store: every deadline of the register that it names moves, once."""

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.aggregate import Aggregate
from domain.aggregates import CODEC
from domain.calendar import local_day
from domain.clocks.clock import Clock
from domain.door.request import own_request
from domain.event_store.connection import connect
from domain.event_store.transaction import Connection
from domain.learner_permits.commands import EnterLearnerPermit
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.licences.commands import EnterLicence
from domain.licences.licence import LICENCE
from domain.message import Command
from domain.offices.tree import PROVINCE
from domain.people import Actor, Role
from domain.periods import add_years
from domain.register.licence import LicenceRecord, LicenceState
from domain.register.streams import licence_stream, permit_stream, vehicle_stream
from domain.reliefs.commands import AnnounceRelief, EndRelief
from domain.reliefs.kind import ReliefBody, ReliefMode
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import reliefs_of
from domain.vehicles.commands import EnterVehicle
from domain.vehicles.vehicle import VEHICLE
from tests.kit.offices import OpenOffice, asked, open_office
from tests.kit.payment import events_of, reacting, set_back
from tests.kit.projected import project
from tests.kit.register_records import normal_licence, normal_permit, normal_vehicle
from tests.kit.served import Service
from workers import timekeeper

HQ: Final = Actor(Role.HQ, "headquarters")
EVERYTHING: Final = (
    Clock.LIC_RENEW,
    Clock.LIC_CANCEL_RENEW,
    Clock.INSP_DUE,
    Clock.LEARNER_PERMIT,
)
DUE: Final = date(2020, 2, 10)


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[OpenOffice]:
    async with open_office(database_url) as opened:
        opened.now = _noon(date(2020, 2, 3))
        yield opened


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


def _licence(valid_until: date) -> LicenceRecord:
    return replace(normal_licence(date(2020, 2, 3)), valid_until=valid_until)


async def _enter(office: OpenOffice, of: Aggregate[Any], stream: UUID, command: Command) -> UUID:
    await office.door.handle(of, stream, command, own_request("import", stream, 0, command))
    return stream


async def _licences(office: OpenOffice, first: int, last: int, due: date = DUE) -> Sequence[UUID]:
    enter = EnterLicence(record=_licence(due))
    streams = [licence_stream(bytes([number])) for number in range(first, last)]
    return [await _enter(office, LICENCE, stream, enter) for stream in streams]


async def _announce(office: OpenOffice, **changes: Any) -> None:
    said: dict[str, Any] = {
        "mode": ReliefMode.SUSPEND,
        "clocks": EVERYTHING,
        "first": date(2020, 1, 25),
        "body": ReliefBody.HEADQUARTERS,
        "text": "驾驶证换证等期限适当延长",
    }
    await _decide(office, AnnounceRelief(**{**said, **changes}))


async def _decide(office: OpenOffice, command: Command) -> None:
    await office.door.handle(RELIEFS, reliefs_of(PROVINCE), command, asked(command, HQ))


async def _pass(office: OpenOffice, url: str, connection: Connection) -> int:
    await project(url)
    return await timekeeper.pass_deadlines(connection, CODEC, office.door, office.now)


async def _told(office: OpenOffice, streams: Sequence[UUID]) -> set[tuple[str, ...]]:
    """The histories, without what everything begins with."""
    return {tuple((await events_of(office, stream))[1:]) for stream in streams}


@pytest.mark.requirement("R31")
async def test_the_timekeeper_never_overtakes_a_relief(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    licences = await _licences(office, 1, 4)
    await project(database_url)
    office.now = _noon(date(2020, 2, 11))
    await _announce(office)
    assert await timekeeper.pass_deadlines(connection, CODEC, office.door, office.now) == 3
    assert await _told(office, licences) == {("LicenceDeadlineExtended",)}
    assert await _pass(office, database_url, connection) == 0


@pytest.mark.requirement("R31")
@pytest.mark.requirement("R34")
async def test_a_relief_reaches_what_was_late_already_and_what_comes_later_and_each_once(
    office: OpenOffice,
    database_url: str,
    connection: Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("workers.reactions.slices.PAGE", 4)
    late = await _licences(office, 1, 10)
    permit = replace(normal_permit(DUE), valid_until=DUE)
    vehicle = replace(normal_vehicle(DUE), inspected_until=DUE)
    others = [
        await _enter(
            office, LEARNER_PERMIT, permit_stream(b"1"), EnterLearnerPermit(record=permit)
        ),
        await _enter(office, VEHICLE, vehicle_stream(b"1"), EnterVehicle(record=vehicle)),
    ]
    office.now = _noon(date(2020, 2, 22))
    assert await _pass(office, database_url, connection) == 11
    assert await _told(office, late) == {("LicenceDutyMissed",)}
    ahead = await _licences(office, 20, 23, date(2020, 3, 1))
    await _announce(office)
    await project(database_url)
    async with reacting(database_url, office) as following:
        await following.step()
        await following.settle()
        await set_back(connection)
    async with reacting(database_url, office) as again:
        await again.catch_up()
    assert await _told(office, late) == {("LicenceDutyMissed", "LicenceDeadlineExtended")}
    assert await _told(office, others) == {
        ("LearnerPermitExpired", "LearnerPermitDeadlineExtended"),
        ("InspectionLapsed", "VehicleDeadlineExtended"),
    }
    assert await _told(office, ahead) == {()}
    later = await _licences(office, 30, 33, date(2020, 3, 1))
    office.now = _noon(date(2020, 3, 2))
    assert await _pass(office, database_url, connection) == 6
    assert await _told(office, [*ahead, *later]) == {("LicenceDeadlineExtended",)}


@pytest.mark.requirement("R32")
async def test_when_the_relief_ends_every_open_deadline_gets_its_day_and_passes_on_it(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    await _announce(office)
    licences = await _licences(office, 1, 6)
    office.now = _noon(date(2020, 2, 11))
    assert await _pass(office, database_url, connection) == 5
    await _decide(office, EndRelief(relief="relief-1", last=date(2020, 2, 23)))
    await project(database_url)
    async with reacting(database_url, office) as following:
        await following.catch_up()
        await set_back(connection)
        await following.close()
    async with reacting(database_url, office) as again:
        await again.catch_up()
    twice = ("LicenceDeadlineExtended", "LicenceDeadlineExtended")
    assert await _told(office, licences) == {twice}
    office.now = _noon(date(2020, 3, 11))
    assert await _pass(office, database_url, connection) == 0
    office.now = _noon(date(2020, 3, 12))
    assert await _pass(office, database_url, connection) == 5
    assert await _told(office, licences) == {(*twice, "LicenceDutyMissed")}


@pytest.mark.requirement("R32")
async def test_licences_kept_from_cancellation_are_counted_and_the_clocks_add_up(
    service: Service,
) -> None:
    today = local_day(service.desk.clock())
    door, late = service.desk.door, add_years(today, -1) - timedelta(days=1)
    overdue = replace(
        normal_licence(today),
        valid_until=late,
        states=frozenset({LicenceState.RENEWAL_OVERDUE}),
    )
    relief = AnnounceRelief(
        mode=ReliefMode.SUSPEND,
        clocks=EVERYTHING,
        first=today - timedelta(days=10),
        body=ReliefBody.HEADQUARTERS,
        text="统一延长注销期限",
    )
    await door.handle(RELIEFS, reliefs_of(PROVINCE), relief, asked(relief, HQ))
    for number, record in enumerate([overdue, overdue, normal_licence(today)]):
        stream, enter = licence_stream(bytes([number])), EnterLicence(record=record)
        await door.handle(LICENCE, stream, enter, own_request("import", stream, 0, enter))
    await service.fold()
    async with await connect(service.url) as connection:
        now = service.desk.clock()
        assert await timekeeper.pass_deadlines(connection, CODEC, door, now) == 2
    await service.fold()
    told = (await service.http.get("/api/v1/statistics/reliefs")).json()
    assert told["kept_from_cancellation"] == 2
    assert (told["moved"], told["held_open"], told["dated"]) == (2, 2, 0)
    assert [(each["clock"], each["moved"]) for each in told["clocks"]] == [("LIC_CANCEL_RENEW", 2)]
    assert told["moved"] == sum(each["moved"] for each in told["clocks"])
