"""A command that may be the first of its stream, whose id is known beforehand."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase, SubmitCase
from domain.case_id import new_case_id
from domain.door.outcome import Outcome
from domain.door.refusals import MovedOn, NotFound
from domain.message import Command
from domain.people import Actor
from domain.refusal import NotAtThisStage
from tests.kit.life import CLERK, MORNING, submission
from tests.kit.offices import CITIZEN, OpenOffice, asked, open_office

SUBMISSION = submission("vehicle_contact_change", 1, MORNING.date())


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[OpenOffice]:
    async with open_office(database_url) as opened:
        yield opened


async def told(
    office: OpenOffice, stream: UUID, command: Command, by: Actor, expected: int | None = None
) -> Outcome:
    request = asked(command, by, expected=expected)
    return await office.door.handle(CASE, stream, command, request)


async def submitted(office: OpenOffice, command: SubmitCase, expected: int | None = None) -> UUID:
    case = new_case_id()
    await told(office, case, command, CITIZEN, expected)
    return case


async def test_a_stream_that_nothing_has_happened_to_begins(office: OpenOffice) -> None:
    case = await submitted(office, SUBMISSION)
    opened, history = await office.door.open(CASE, case, CITIZEN)
    assert (len(history), opened.owner) == (1, CITIZEN)


async def test_whoever_saw_nothing_yet_says_version_zero(office: OpenOffice) -> None:
    case = await submitted(office, SUBMISSION, expected=0)
    with pytest.raises(MovedOn) as moved:
        await told(office, case, SUBMISSION, CITIZEN, expected=0)
    assert moved.value.version == 1
    other = submission("vehicle_contact_change", 2, MORNING.date())
    with pytest.raises(MovedOn) as moved:
        await submitted(office, other, expected=3)
    assert moved.value.version == 0


async def test_a_stream_that_has_begun_is_decided_on_as_it_stands(office: OpenOffice) -> None:
    case = await submitted(office, SUBMISSION)
    assert (await told(office, case, AcceptCase(), CLERK)).version == 2
    with pytest.raises(NotAtThisStage):
        await told(office, case, SUBMISSION, CITIZEN)


async def test_only_a_command_whose_row_allows_it_begins_a_stream(office: OpenOffice) -> None:
    with pytest.raises(NotFound):
        await told(office, new_case_id(), AcceptCase(), CLERK)
    assert await office.store.position() == 0


async def test_a_stream_of_another_kind_or_owner_does_not_exist(office: OpenOffice) -> None:
    case = await submitted(office, SUBMISSION)
    with pytest.raises(NotFound):
        await told(office, case, SUBMISSION, Actor(CITIZEN.role, "another"))
    with pytest.raises(NotFound):
        await told(office, SUBMISSION.claim, SUBMISSION, CITIZEN)


async def test_of_two_that_begin_a_stream_at_once_one_does(office: OpenOffice) -> None:
    case = new_case_id()
    answers = await asyncio.gather(
        *(told(office, case, SUBMISSION, CITIZEN) for _ in range(2)),
        return_exceptions=True,
    )
    assert {type(answer) for answer in answers} == {Outcome, NotAtThisStage}
    assert len((await office.door.open(CASE, case, CITIZEN))[1]) == 1
