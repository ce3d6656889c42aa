"""Every case that waits for its review gets an officer by name: by shift, knowledge and load."""

from datetime import timedelta
from pathlib import Path

import pytest

from domain.aggregates import CODEC
from domain.case.intake.commands import AcceptCase
from domain.case.review.commands import HandBackCase, StartReview
from domain.case.review.events import CaseAssigned
from domain.enquiries.kind import EnquiryTopic
from domain.enquiry_desks.commands import BeginEnquiryShift
from domain.enquiry_desks.enquiry_desk import ENQUIRY_DESK
from domain.enquiry_desks.state import enquiry_desk_of
from domain.event_store.log import read_log
from domain.event_store.transaction import Connection
from domain.people import Actor, Role
from projections.caseload.queries import queue
from tests.integration.test_desk import cookie, look
from tests.integration.test_next_case import accepted as waiting
from tests.integration.test_next_case import next_of
from tests.kit.life import CLERK
from tests.kit.offices import OpenOffice, asked, open_office
from tests.kit.projected import project
from tests.kit.served import NOW, served
from workers import case_handlers

VEHICLE, LICENCE = "vehicle_contact_change", "renewal_deferral"
OFFICE = "410100"
FIVE_HOURS = timedelta(hours=5)


def officer(name: str) -> Actor:
    return Actor(Role.CLERK, name, OFFICE)


async def comes(office: OpenOffice, name: str, *topics: EnquiryTopic) -> None:
    shift = BeginEnquiryShift(office=OFFICE, until=office.now + FIVE_HOURS, topics=topics)
    request = asked(shift, officer(name))
    await office.door.handle(ENQUIRY_DESK, enquiry_desk_of(OFFICE), shift, request)


async def accepted(office: OpenOffice, service: str, *numbers: int) -> None:
    for number in numbers:
        case = (await office.submit(service, number)).stream
        await office.do(case, CLERK, AcceptCase())


async def assign(url: str, connection: Connection, office: OpenOffice) -> int:
    await project(url)
    return await case_handlers.assign(connection, office.door, office.now)


async def named(connection: Connection) -> list[str]:
    """Who was named, in the order of the log."""
    events = [each.envelope.event for each in await read_log(connection, CODEC, 0, 10_000)]
    return [each.handler for each in events if isinstance(each, CaseAssigned)]


@pytest.mark.requirement("R15")
async def test_with_nobody_on_shift_a_case_waits_for_the_first_who_comes(
    database_url: str, connection: Connection
) -> None:
    async with open_office(database_url) as office:
        await accepted(office, VEHICLE, 1)
        assert await assign(database_url, connection, office) == 0
        await comes(office, "zhao")
        assert await assign(database_url, connection, office) == 1
        assert await assign(database_url, connection, office) == 0
    assert await named(connection) == ["zhao"]


async def test_cases_go_to_who_knows_them_and_of_those_to_who_has_least(
    database_url: str, connection: Connection
) -> None:
    async with open_office(database_url) as office:
        await comes(office, "li", EnquiryTopic.LICENCE)
        await comes(office, "qian", EnquiryTopic.LICENCE)
        await comes(office, "zhao", EnquiryTopic.VEHICLE)
        await accepted(office, LICENCE, 1, 2, 3)
        await accepted(office, VEHICLE, 4)
        assert await assign(database_url, connection, office) == 4
        await accepted(office, LICENCE, 5)
        assert await assign(database_url, connection, office) == 1
        own = await count(connection, "li"), await count(connection, "qian")
        assert sorted(own) == [2, 2]
        assert await count(connection, "zhao") == 1
        office.now += FIVE_HOURS
        await accepted(office, LICENCE, 6)
        assert await assign(database_url, connection, office) == 0, "their shifts are over"


async def test_what_was_handed_back_goes_to_another_officer(
    database_url: str, connection: Connection
) -> None:
    async with open_office(database_url) as office:
        await comes(office, "li")
        case = (await office.submit(VEHICLE, 1)).stream
        await office.do(case, CLERK, AcceptCase())
        await office.do(case, officer("li"), StartReview(), HandBackCase())
        assert await assign(database_url, connection, office) == 0
        await comes(office, "qian")
        assert await assign(database_url, connection, office) == 1
    assert await named(connection) == ["qian"]


async def test_whoever_accepted_the_case_is_passed_over(
    database_url: str, connection: Connection
) -> None:
    """``clerk`` comes first by his name and has as little in hand."""
    async with open_office(database_url) as office:
        await comes(office, CLERK.person)
        await comes(office, "zhao")
        await accepted(office, VEHICLE, 1, 2)
        assert await assign(database_url, connection, office) == 2
    assert await named(connection) == ["zhao", "zhao"]


async def test_of_two_workers_that_look_at_once_one_names_somebody(
    database_url: str, connection: Connection
) -> None:
    """The second one still reads what was folded before the first one began."""
    async with open_office(database_url) as office, open_office(database_url) as other:
        await comes(office, "li")
        await comes(office, "qian")
        await accepted(office, VEHICLE, *range(1, 21))
        await project(database_url)
        await case_handlers.assign(connection, office.door, office.now)
        await comes(other, "zhao")
        await case_handlers.assign(connection, other.door, other.now)
    assert sorted(await named(connection)) == ["li"] * 10 + ["qian"] * 10


async def count(connection: Connection, handler: str) -> int:
    await project(connection.info.dsn)
    return len(await queue(connection, (OFFICE,), stages=None, handler=handler))


async def test_the_desk_names_the_handler_and_gives_him_his_own_first(
    database_url: str, tmp_path: Path
) -> None:
    async with served(database_url, tmp_path) as service:
        first, second = await waiting(service, 2, "clerk-at-the-counter")
        desk = enquiry_desk_of(OFFICE)
        for name in ("wang", "zhao"):
            shift = BeginEnquiryShift(office=OFFICE, until=NOW + FIVE_HOURS)
            await service.desk.door.handle(ENQUIRY_DESK, desk, shift, asked(shift, officer(name)))
        async with service.desk.reading.connection() as reading:
            assert await case_handlers.assign(reading, service.desk.door, NOW) == 2
        await service.fold()
        headers = {"authorization": service.bearer(Role.CLERK)}
        answer = await service.http.get("/api/v1/cases?handler=zhao", headers=headers)
        lines = answer.json()["cases"]
        assert [(line["case_id"], line["handler"]) for line in lines] == [(second, "zhao")]
        page = (await look(service, "/desk?queue=review")).text
        assert all(text in page for text in ("wang", "zhao", "只看我承办的案件"))
        own = cookie(service, "wang", Role.CLERK)
        mine = (await service.http.get("/desk?queue=review&mine=1", headers=own)).text
        assert (first in mine, second in mine) == (True, False)
        assert (await next_of(service, "review", "zhao")).json()["id"] == second
