"""A service with cases in every state, its pages and its API, for whoever looks at them."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from fastapi import FastAPI
from starlette.types import ASGIApp

from api.app import guarded
from api.demo_issuer import DemoIssuer
from api.desk import Desk
from api.gate import Gate
from api.resources import CASES
from api.sealed_text import with_sealed_text
from cheguan.compose import desk, limits
from cheguan.key_check import checked
from cheguan.service_clock import name_town
from cheguan.settings import Settings
from cheguan.town.clock import TownClock
from cheguan.town.stored_clock import StoredClock
from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase, RequestCorrection
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode
from domain.door.door import Begun
from domain.services.catalogue import CATALOGUE, OPEN_SERVICES
from domain.services.reader import read_form
from tests.kit.announced import announced
from tests.kit.improvements import improvements_entered
from tests.kit.layers import application_in
from tests.kit.life import CLERK
from tests.kit.money_taken import money_taken
from tests.kit.offices import CITIZEN, asked
from tests.kit.payment import pay_and_go_on
from tests.kit.projected import filled, project
from tests.kit.routes import routes

NOW: Final = datetime(2020, 6, 1, 1, tzinfo=UTC)
NAME: Final = "张三"
ID_NO: Final = "410102199202291236"
NOTE: Final = "请张三补交号牌照片"


@dataclass(frozen=True, slots=True)
class Opened:
    """The office. ``reference`` and ``case`` are of an application whose ID number is ``ID_NO``."""

    front: ASGIApp
    desk: Desk
    case: UUID
    reference: str

    @property
    def issuer(self) -> DemoIssuer:
        assert self.desk.demo_issuer
        return self.desk.demo_issuer

    @property
    def app(self) -> FastAPI:
        return application_in(self.front)

    @property
    def gate(self) -> Gate:
        """What stands behind the limits of each client."""
        gate = getattr(self.front, "app", None)
        assert isinstance(gate, Gate)
        return gate


@asynccontextmanager
async def page_office(
    url: str,
    secrets: Path,
    clock: Callable[[], datetime] | None = None,
    bank_url: str | None = None,
) -> AsyncIterator[Opened]:
    """Runs an office with histories of every kind, and an application that is to be corrected.

    It is in a town whose clock stands still, unless it is given another. If there is a bank of
    that address, what is owed is paid there, and nothing is in our books that it does not know.
    """
    clock = clock or await _standing(url)
    checked(url, url, secrets)
    await filled(url)
    settings = Settings(
        demo=True,
        secrets_dir=secrets,
        known_dir=secrets / "known",
        rates_times=1_000,
        bank_url=bank_url,
    )
    async with desk(settings, url, clock) as made:
        case, reference = await _apply(made)
        for code in OPEN_SERVICES:
            await announced(made.door, code)
        if bank_url is None:
            await money_taken(made)
        await improvements_entered(made.door, made.today)
        await project(url)
        with routes(made) as app:
            opened = Opened(guarded(app, limits(settings)), made, case, reference)
            async with app.router.lifespan_context(app):
                yield opened


async def _standing(url: str) -> TownClock:
    name_town(url)
    clock = TownClock()
    await StoredClock(url, clock).begin(NOW, None, 0)
    return clock


async def _apply(made: Desk) -> tuple[UUID, str]:
    body = json.dumps(CATALOGUE["plate_reissue"].example(NOW.date())).encode()
    case, submit = await made.applications.prepare(read_form(body, today=NOW.date()))
    await made.door.begin(CASE, Begun(case, submit, asked(submit, CITIZEN)))
    await pay_and_go_on(made.door, case)
    missing = Defect("plate_photo", DefectCode.MISSING)
    for command in (
        AcceptCase(),
        RequestCorrection(defects=(missing,), note=NOTE),
    ):
        told = with_sealed_text(made, CASES.key_of, command)
        await made.door.handle(CASE, case, told, asked(command, CLERK))
    return case, submit.reference
