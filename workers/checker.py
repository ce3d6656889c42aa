"""Carries automatic services through: a case is approved as soon as the register agrees.

A check that fails, or that the register cannot answer, leaves the case to an officer: no
program refuses anybody. The register may know more later, so such a case is asked about again.
"""

import asyncio
from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase
from domain.case.register import Register
from domain.case.review.commands import ApproveCase, CheckResult, RecordChecks, StartReview
from domain.case.stage import Stage
from domain.case.vocabulary import CaseCommand
from domain.door.door import Door
from domain.door.request import own_request as request
from domain.event_store.transaction import Connection
from domain.people import system
from domain.services.catalogue import CATALOGUE
from domain.services.service import Service
from projections.caseload.queries import forget_what_moved, waiting_again, waiting_for
from workers.interval import every
from workers.trial import tried

NAME: Final = "checker"
PAGE = 200
"""How many cases one look takes up, and as many again of those that were set aside."""
_EVERY_S: Final = 0.5


async def run(url: str, door: Door, register: Register, stop: asyncio.Event) -> None:
    """Looks for submitted cases twice a second, until ``stop`` is set."""
    services = [service.code for service in CATALOGUE.values() if service.automatic]

    async def look(connection: Connection) -> None:
        await work_off(connection, door, register, services)

    await every(_EVERY_S, url, look, stop)


async def work_off(
    connection: Connection, door: Door, register: Register, services: Sequence[str]
) -> int:
    """Tries the oldest cases that wait, and how many it carried through.

    One that fails steps aside, and is tried again ever more seldom: what stands behind it
    does not wait.
    """
    new = await waiting_for(connection, NAME, services, Stage.SUBMITTED, PAGE)
    old = await waiting_again(connection, NAME, Stage.SUBMITTED, PAGE)
    through = 0
    for case, task in (*new, *old):
        through += await tried(connection, NAME, case, task, check(door, case, register))
    await forget_what_moved(connection, NAME, Stage.SUBMITTED)
    return through


async def check(door: Door, case: UUID, register: Register) -> str | None:
    """Carries one case through, if every check passes. Says why it did not, if so."""
    me = system(NAME)
    opened, _ = await door.open(CASE, case, me)
    if opened.state.stage is not Stage.SUBMITTED:
        return None
    service = CATALOGUE[opened.state.service]
    results = [await register.passes(c.code, opened.state) for c in service.checks]
    if None in results:
        return "register-silent"
    if not all(results):
        return "check-failed"
    for command in _steps(service):
        opened, _ = await door.open(CASE, case, me)
        await door.handle(CASE, case, command, request(NAME, case, opened.version, command))
    return None


def _steps(service: Service[Any]) -> list[CaseCommand]:
    return [
        AcceptCase(),
        StartReview(),
        RecordChecks(results=tuple(CheckResult(c.code, passed=True) for c in service.checks)),
        ApproveCase(),
    ]
