"""Carries automatic services through: a case is approved as soon as the register agrees.

A check that fails, or that the register cannot answer, leaves the case to an officer: no
program refuses anybody.
"""

import asyncio
from typing import Any, Final
from uuid import UUID

from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase
from domain.case.register import Register
from domain.case.review.commands import ApproveCase, RecordCheck, StartReview
from domain.case.stage import Stage
from domain.case.vocabulary import CaseCommand
from domain.door.door import Door
from domain.door.request import own_request as request
from domain.event_store.transaction import Connection
from domain.people import system
from domain.refusal import Refusal
from domain.services.catalogue import CATALOGUE
from domain.services.service import Service
from projections.caseload.queries import waiting_for
from workers.ticking import every

NAME: Final = "checker"
_EVERY_S: Final = 0.5


async def run(url: str, door: Door, register: Register, stop: asyncio.Event) -> None:
    """Looks for submitted cases twice a second, until ``stop`` is set."""
    services = [service.code for service in CATALOGUE.values() if service.automatic]

    async def look(connection: Connection) -> None:
        for case in await waiting_for(connection, services, Stage.SUBMITTED):
            await check(door, case, register)

    await every(_EVERY_S, url, look, stop)


async def check(door: Door, case: UUID, register: Register) -> bool:
    """Carries one case through, if every check passes. Says whether it did."""
    me = system(NAME)
    opened, _ = await door.open(CASE, case, me)
    if opened.state.stage is not Stage.SUBMITTED:
        return False
    service = CATALOGUE[opened.state.service]
    results = {c.code: await register.passes(c.code, opened.state) for c in service.checks}
    if not all(results.values()):
        return False
    try:
        for command in _steps(service):
            opened, _ = await door.open(CASE, case, me)
            await door.handle(CASE, case, command, request(NAME, case, opened.version, command))
    except Refusal:
        return False
    return True


def _steps(service: Service[Any]) -> list[CaseCommand]:
    return [
        AcceptCase(),
        StartReview(),
        *[RecordCheck(check=c.code, passed=True) for c in service.checks],
        ApproveCase(),
    ]
