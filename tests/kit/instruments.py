"""Cases that have given out papers, and whoever looks at these."""

from typing import Any, Final
from uuid import UUID, uuid4

import httpx

from api.pages.kit.officer import COOKIE
from domain.case.case import CASE
from domain.case.instruments.instrument import Instrument, instruments_of
from domain.case.intake.commands import AcceptCase
from domain.case.review.commands import ApproveCase, RecordCheck, StartReview
from domain.message import Command
from domain.people import Actor, Role
from domain.services.catalogue import CATALOGUE
from tests.kit.life import CLERK, REVIEWER
from tests.kit.offices import asked
from tests.kit.payment import pay_and_go_on
from tests.kit.served import Service

LEADER: Final = Actor(Role.SUPERVISOR, "leader", "410100")


async def applied(service: Service, code: str) -> tuple[UUID, dict[str, Any]]:
    """The applicant himself submits the example; its case and its form."""
    body = await service.example(code)
    answer = await service.submit(body, str(uuid4()))
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["id"]), body


async def does(service: Service, case: UUID, by: Actor, *commands: Command) -> None:
    for command in commands:
        await service.desk.door.handle(CASE, case, command, asked(command, by))


async def approved(service: Service, code: str) -> tuple[UUID, dict[str, Any]]:
    case, body = await applied(service, code)
    if (await service.desk.door.open(CASE, case, CLERK))[0].state.payable_fen:
        await pay_and_go_on(service.desk.door, case)
    await does(service, case, CLERK, AcceptCase())
    checks = (RecordCheck(check=each.code, passed=True) for each in CATALOGUE[code].checks)
    await does(service, case, REVIEWER, StartReview(), *checks, ApproveCase())
    return case, body


async def issued(service: Service, case: UUID) -> list[Instrument]:
    return list(instruments_of(await service.desk.log.load(case)))


def owner(service: Service, body: dict[str, Any]) -> dict[str, str]:
    """The cookie of the applicant, whose token proves his number."""
    return _cookie(service.bearer_of(body))


def officer(service: Service, subject: str = "printer", role: Role = Role.CLERK) -> dict[str, str]:
    return _cookie(service.bearer(role, subject))


def _cookie(bearer: str) -> dict[str, str]:
    token = bearer.removeprefix("Bearer ")
    return {"cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh"}


async def page_of(
    service: Service, instrument: Instrument, headers: dict[str, str], part: str = ""
) -> httpx.Response:
    path = f"/instruments/{instrument.case}/{instrument.version}{part}"
    return await service.http.get(path, headers=headers)
