"""Cases a process remembers save a load, and never give a wrong answer."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase
from domain.case.overlays.commands import WithdrawCase
from domain.case.review.commands import StartReview
from domain.case.stage import Stage
from domain.case.vocabulary import CaseCommand
from domain.door.outcome import Outcome
from domain.door.refusals import MovedOn, NotFound
from domain.enquiry_desks.commands import EndEnquiryShift
from domain.enquiry_desks.enquiry_desk import ENQUIRY_DESK
from domain.people import Actor, Role
from domain.refusal import NotAtThisStage
from tests.kit.life import CLERK, LEADER, REVIEWER
from tests.kit.offices import CITIZEN, OpenOffice, asked, open_office


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[OpenOffice]:
    async with open_office(database_url) as opened:
        yield opened


@pytest.fixture
async def elsewhere(database_url: str) -> AsyncIterator[OpenOffice]:
    """Another process over the same store."""
    async with open_office(database_url) as opened:
        yield opened


async def seen(
    office: OpenOffice, case: UUID, by: Actor, command: CaseCommand, version: int
) -> Outcome:
    return await office.door.handle(CASE, case, command, asked(command, by, expected=version))


async def test_a_case_is_remembered_until_it_is_forgotten(office: OpenOffice) -> None:
    case = (await office.submit()).stream
    known = office.door.recent(case)
    assert known is not None
    opened, _ = await office.door.open(CASE, case, CITIZEN)
    assert (known.state, known.version, known.owner) == (opened.state, 1, CITIZEN)
    office.door.forget(case)
    assert office.door.recent(case) is None


async def test_the_next_command_goes_on_from_what_is_remembered(office: OpenOffice) -> None:
    case = (await office.submit()).stream
    accepted = await seen(office, case, CLERK, AcceptCase(), 1)
    assert (accepted.stage, accepted.version) == (Stage.ACCEPTED, 2)
    assert (await seen(office, case, REVIEWER, StartReview(), 2)).version == 3


async def test_what_another_process_did_meanwhile_is_found_out(
    office: OpenOffice, elsewhere: OpenOffice
) -> None:
    case = (await office.submit()).stream
    await elsewhere.do(case, CITIZEN, WithdrawCase())
    with pytest.raises(MovedOn) as moved:
        await seen(office, case, CLERK, AcceptCase(), 1)
    assert moved.value.version == 2


async def test_a_refusal_is_given_on_the_case_as_it_is_loaded(
    office: OpenOffice, elsewhere: OpenOffice
) -> None:
    case = (await office.submit()).stream
    with pytest.raises(NotAtThisStage):
        await seen(office, case, REVIEWER, StartReview(), 1)
    await elsewhere.do(case, CLERK, AcceptCase())
    with pytest.raises(MovedOn):
        await seen(office, case, REVIEWER, StartReview(), 1)


async def test_that_there_is_nothing_to_do_is_said_of_the_case_as_it_is_loaded(
    office: OpenOffice,
) -> None:
    case = (await office.submit()).stream
    await office.do(case, CLERK, AcceptCase())
    asked_for = await office.do(case, CITIZEN, WithdrawCase())
    again = await seen(office, case, CITIZEN, WithdrawCase(), asked_for.version)
    assert again.version == asked_for.version


async def test_a_remembered_case_is_still_foreign_to_others(office: OpenOffice) -> None:
    case = (await office.submit()).stream
    with pytest.raises(NotFound):
        await seen(office, case, Actor(Role.CLERK, "far", "410300"), AcceptCase(), 1)


async def test_a_remembered_case_is_no_stream_of_another_kind(office: OpenOffice) -> None:
    """Its state has other fields, and a decision of the other kind must never see it."""
    case = (await office.submit()).stream
    begins = asked(EndEnquiryShift(), CLERK, expected=1)
    with pytest.raises(NotFound):
        await office.door.handle(ENQUIRY_DESK, case, EndEnquiryShift(), begins)


async def test_only_so_many_cases_are_remembered(
    office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("domain.door.memory.REMEMBERED", 2)
    cases = [(await office.submit(number=number)).stream for number in (1, 2, 3)]
    assert [office.door.recent(case) is not None for case in cases] == [False, True, True]
    assert (await office.do(cases[0], LEADER, AcceptCase())).version == 2
