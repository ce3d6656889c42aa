"""Many at once: one case, one decision, one answer."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Coroutine
from typing import Any
from uuid import UUID, uuid4

import pytest

from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase
from domain.case.review.commands import ApproveCase, LendCase, RecordCheck, StartReview
from domain.case.review.events import CaseApproved
from domain.case.stage import Stage
from domain.case_id import new_case_id
from domain.claims.refusals import DuplicateOpenCase
from domain.door.door import Begun
from domain.door.outcome import Outcome
from domain.door.refusals import MovedOn
from domain.people import Actor
from domain.refusal import NotAtThisStage
from tests.kit.life import CHECKER, CLERK, LEADER, MORNING, REVIEWER, THIRD, submission
from tests.kit.offices import CITIZEN, OpenOffice, asked, open_office
from tests.kit.plate_histories import all_checks

CONTACT = submission("vehicle_contact_change", 1, MORNING.date())
AT_ONCE = 50


@pytest.fixture
async def two_offices(database_url: str) -> AsyncIterator[tuple[OpenOffice, OpenOffice]]:
    """Two processes over one store."""
    async with open_office(database_url) as one, open_office(database_url) as other:
        yield one, other


async def gathered(*calls: Coroutine[Any, Any, Outcome]) -> list[Outcome | BaseException]:
    return await asyncio.gather(*calls, return_exceptions=True)


def kinds(answers: list[Outcome | BaseException]) -> dict[type, int]:
    return dict(Counter(map(type, answers)))


async def submissions(
    offices: tuple[OpenOffice, OpenOffice], keys: list[UUID]
) -> list[Outcome | BaseException]:
    return await gathered(
        *(
            offices[number % 2].door.begin(
                CASE, Begun(new_case_id(), CONTACT, asked(CONTACT, CITIZEN, key=key))
            )
            for number, key in enumerate(keys)
        )
    )


async def test_fifty_times_the_same_request_is_one_case(
    two_offices: tuple[OpenOffice, OpenOffice],
) -> None:
    answers = await submissions(two_offices, [uuid4()] * AT_ONCE)
    outcomes = [answer for answer in answers if isinstance(answer, Outcome)]
    assert len(outcomes) == AT_ONCE
    assert len({outcome.stream for outcome in outcomes}) == 1
    assert Counter(outcome.replayed for outcome in outcomes) == {True: AT_ONCE - 1, False: 1}
    assert await two_offices[0].store.position() == 2


async def test_fifty_requests_for_one_vehicle_are_one_case(
    two_offices: tuple[OpenOffice, OpenOffice],
) -> None:
    answers = await submissions(two_offices, [uuid4() for _ in range(AT_ONCE)])
    assert kinds(answers) == {Outcome: 1, DuplicateOpenCase: AT_ONCE - 1}
    assert await two_offices[0].store.position() == 2


async def checked(office: OpenOffice) -> Outcome:
    """A case that two officers may decide, because it is lent."""
    case = (await office.submit()).stream
    await office.do(case, CLERK, AcceptCase())
    checks = all_checks("vehicle_contact_change")
    await office.do(case, REVIEWER, StartReview(), *checks)
    return await office.do(case, LEADER, LendCase(to=THIRD.id, until=MORNING.date()))


def approval(office: OpenOffice, case: UUID, by: Actor, expected: int | None = None) -> Any:
    command = ApproveCase()
    return office.door.handle(CASE, case, command, asked(command, by, expected=expected))


async def test_of_two_officers_who_approve_what_they_saw_one_comes_late(
    two_offices: tuple[OpenOffice, OpenOffice],
) -> None:
    seen = await checked(two_offices[0])
    answers = await gathered(
        approval(two_offices[0], seen.stream, REVIEWER, seen.version),
        approval(two_offices[1], seen.stream, THIRD, seen.version),
    )
    assert kinds(answers) == {Outcome: 1, MovedOn: 1}


async def test_of_two_officers_who_approve_as_it_stands_one_finds_it_done(
    two_offices: tuple[OpenOffice, OpenOffice],
) -> None:
    seen = await checked(two_offices[0])
    answers = await gathered(
        approval(two_offices[0], seen.stream, REVIEWER),
        approval(two_offices[1], seen.stream, THIRD),
    )
    assert kinds(answers) == {Outcome: 1, NotAtThisStage: 1}
    opened, history = await two_offices[1].door.open(CASE, seen.stream, LEADER)
    assert opened.state.stage is Stage.COMPLETED
    assert [type(each.event) for each in history].count(CaseApproved) == 1


async def test_a_lost_race_is_decided_again_on_what_the_winner_left(
    two_offices: tuple[OpenOffice, OpenOffice],
) -> None:
    """Commands that do not exclude each other are all carried out, one after another."""
    case = (await checked(two_offices[0])).stream
    note = RecordCheck(check="C-OWN", passed=True)
    officers = [REVIEWER, THIRD, CHECKER]
    answers = await gathered(
        *(
            two_offices[number % 2].door.handle(CASE, case, note, asked(note, by))
            for number, by in enumerate(officers)
        )
    )
    assert kinds(answers) == {Outcome: len(officers)}
    _, history = await two_offices[0].door.open(CASE, case, LEADER)
    assert {recorded.envelope.by.id for recorded in history[-3:]} == {by.id for by in officers}
