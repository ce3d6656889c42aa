"""Risks that lie between cases, or between a case and who looked at it."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from msgspec.structs import replace

from api.pages.kit.officer import COOKIE
from domain.accesses.access_record import ACCESS_RECORD
from domain.accesses.commands import RecordReveal, RecordView
from domain.accesses.kind import CaseAspect, RevealPurpose
from domain.accesses.state import access_record_of
from domain.aggregates import CODEC
from domain.case.intake.events import CaseSubmitted
from domain.code_purpose import CodePurpose
from domain.event_store.store import open_store
from domain.one_time_codes.mobile_code import MobileCode
from domain.people import Role, system
from tests.kit.life import MORNING, Life
from tests.kit.offices import asked
from tests.kit.served import NOW, Service, served
from tests.kit.stored import keep

_RECORDER = system("access-recorder")


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path) as made:
        yield made


async def _page(service: Service, address: str) -> str:
    await service.fold()
    token = service.bearer(Role.AUDITOR, "auditor-1").removeprefix("Bearer ")
    answer = await service.http.get(address, headers={"cookie": f"{COOKIE}={token}"})
    assert answer.status_code == 200
    return answer.text


async def _reveal(service: Service, case: UUID, officer: str) -> None:
    command = RecordReveal(
        case=case,
        office="410100",
        role=Role.CLERK,
        officer=officer,
        held=("applicant",),
        parts=("applicant",),
        purpose=RevealPurpose.CONTACT,
    )
    request = asked(command, _RECORDER)
    await service.desk.door.handle(ACCESS_RECORD, access_record_of(case), command, request)


async def _look(service: Service, case: UUID, officer: str) -> None:
    command = RecordView(
        case=case,
        office="410100",
        role=Role.CLERK,
        officer=officer,
        view=CaseAspect.OVERVIEW,
        hour=NOW.replace(minute=0),
    )
    request = asked(command, _RECORDER)
    await service.desk.door.handle(ACCESS_RECORD, access_record_of(case), command, request)


async def test_a_look_at_personal_data_is_idle_until_who_looked_takes_a_step(
    service: Service,
) -> None:
    case = UUID((await service.submitted("vehicle_contact_change"))["id"])
    await _reveal(service, case, "clerk-1")
    listed = "/audit/search?risk=idle-reveal&lang=en"
    assert str(case) in await _page(service, listed)
    assert str(case) in await _page(service, f"{listed}&officer=clerk-1")
    assert str(case) not in await _page(service, f"{listed}&officer=clerk-2")
    assert str(case) not in await _page(service, f"{listed}&first=2020-01-01&last=2020-01-31")
    accepted = await service.command(str(case), "accept-case", 1, subject="clerk-1")
    assert accepted.status_code == 200, accepted.text
    assert str(case) not in await _page(service, listed)
    await _reveal(service, case, "clerk-1")
    assert str(case) in await _page(service, listed)


async def test_an_officer_who_looks_at_far_more_than_he_does_is_listed(service: Service) -> None:
    own = UUID((await service.submitted("vehicle_contact_change"))["id"])
    accepted = await service.command(str(own), "accept-case", 1, subject="curious")
    assert accepted.status_code == 200, accepted.text
    cases = [own, *(uuid4() for _ in range(18))]
    for case in cases:
        await _look(service, case, "curious")
        await _look(service, case, "curious")
    for case in cases[:5]:
        await _look(service, case, "diligent")
    assert "viewer=curious" not in await _page(service, "/audit/risks")
    await _look(service, uuid4(), "curious")
    page = await _page(service, "/audit/risks?lang=en")
    assert "viewer=curious" in page
    assert "viewer=diligent" not in page
    row = page.split("viewer=curious")[1].split("</tr>")[0]
    assert [cell.split("<")[0] for cell in row.split('data-head="')[1:]] == [
        'First looks">20',
        'Had a part in">1',
    ]
    assert str(own) in await _page(service, "/audit/search?viewer=curious")
    assert str(own) not in await _page(service, "/audit/search?viewer=nobody")


async def test_a_mobile_number_of_three_applicants_is_found(service: Service) -> None:
    lives = [Life("plate_reissue", number, MORNING) for number in range(1, 7)]
    numbers = [b"one"] * 3 + [b"two"] * 2 + [b"two"]
    people = [1, 2, 3, 4, 5, 5]
    for life, number, person in zip(lives, numbers, people, strict=True):
        first = life.envelopes[0]
        assert isinstance(first.event, CaseSubmitted)
        code = MobileCode(uuid4(), CodePurpose.SUBMISSION, number)
        event = replace(first.event, mobile_codes=(code,), id_no_index=bytes([person]) * 16)
        life.envelopes[0] = replace(first, event=event, at=NOW)
    async with open_store(service.url, CODEC) as store:
        await keep(store, lives)
    page = await _page(service, "/audit/search?risk=one-mobile&lang=en")
    assert [str(life.case) in page for life in lives] == [True] * 3 + [False] * 3
