"""The whole application in this process, on a database of the test's own."""

import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
from starlette.types import ASGIApp

from api.app import guarded
from api.desk import Desk
from api.operators.app import Told, operators_app
from cheguan.compose import desk, limits
from cheguan.registry import REGISTRY, Registry
from cheguan.settings import Settings
from cheguan.token import demo_token
from cheguan.wall_clock import Clock
from domain.people import Role
from domain.services.choices import ONLINE, Channel, UserKind
from projections.engine.feed import StoreFeed
from projections.engine.projector import Projector
from tests.kit.announced import announced
from tests.kit.routes import routes

NOW = datetime(2020, 2, 24, 1, tzinfo=UTC)
OFFICE = "410100"


@dataclass(frozen=True)
class Service:
    """``http`` talks to the application, ``operators`` to the pages about it.

    ``fold`` brings the read models up to the log, and ``gather`` the figures of operators.
    """

    http: httpx.AsyncClient
    operators: httpx.AsyncClient
    told: Told
    url: str
    secrets: Path
    desk: Desk
    registry: Registry
    app: ASGIApp

    def bearer(
        self, role: Role, subject: str = "reader", office: str | None = None, **claims: Any
    ) -> str:
        if role in {Role.CLERK, Role.SUPERVISOR}:
            office = office or OFFICE
        return f"Bearer {demo_token(self.secrets, role, office, subject, **claims)}"

    def bearer_of(self, body: Mapping[str, Any], subject: str = "reader") -> str:
        """The token of an applicant who honestly sends this form himself."""
        claims: dict[str, Any] = {}
        if body.get("channel") in ONLINE:
            claims["channel"] = Channel(body["channel"])
        if body.get("user_kind") in set(UserKind):
            claims["user_kind"] = UserKind(body["user_kind"])
        if isinstance(applicant := body.get("applicant"), dict):
            claims["id_no"] = applicant.get("id_no")
        return self.bearer(Role.APPLICANT, subject, **claims)

    async def example(self, service: str) -> dict[str, Any]:
        """The example of a service with its fixed numbers, as it stands in the description.

        If it asks for a time, the place has announced the day.
        """
        await announced(self.desk.door, service)
        return self.desk.catalogue[service].example(self.desk.today)

    async def submit(
        self,
        body: Mapping[str, Any],
        key: str,
        subject: str = "reader",
        bearer: str | None = None,
    ) -> httpx.Response:
        """Submits a form, as the applicant himself unless there is another ``bearer``."""
        return await self.http.post(
            "/api/v1/applications",
            content=json.dumps(body),
            headers={
                "content-type": "application/json",
                "authorization": bearer or self.bearer_of(body, subject),
                "idempotency-key": key,
            },
        )

    async def submitted(self, code: str = "plate_reissue") -> dict[str, Any]:
        """Submits the example of a service; what the applicant is told of it."""
        answer = await self.submit(await self.example(code), str(uuid4()))
        assert answer.status_code == 201, answer.text
        told: dict[str, Any] = answer.json()
        return told

    async def command(
        self,
        case: str,
        name: str,
        version: int,
        body: Mapping[str, Any] | None = None,
        *,
        role: Role = Role.CLERK,
        subject: str = "clerk-1",
        office: str | None = None,
    ) -> httpx.Response:
        return await self.http.post(
            f"/api/v1/cases/{case}/{name}",
            content=json.dumps(body or {}),
            headers={
                "content-type": "application/json",
                "authorization": self.bearer(role, subject, office),
                "if-match": f'"v{version}"',
            },
        )

    async def gather(self) -> None:
        assert self.told.gathered
        await self.told.gathered.gather()

    async def fold(self) -> None:
        projector = Projector(
            self.url, StoreFeed(self.url, self.registry.codec), self.registry.projections
        )
        await projector.catch_up()
        await projector.close()


@asynccontextmanager
async def served(
    url: str,
    folder: Path,
    changed: Callable[[Desk], Desk] = lambda made: made,
    registry: Registry = REGISTRY,
    clock: Clock = lambda: NOW,
) -> AsyncIterator[Service]:
    """Runs the application. ``changed`` puts something else in the place of a part."""
    settings = Settings(
        secrets_dir=folder / "secrets", known_dir=folder / "known", demo=True, rates_times=1_000
    )
    async with desk(settings, url, clock, registry) as composed:
        made = changed(composed)
        with routes(made, registry) as inner:
            app, told = guarded(inner, limits(settings)), Told()
            async with (
                inner.router.lifespan_context(inner),
                told.of(made),
                _asking(app) as http,
                _asking(operators_app(told)) as operators,
            ):
                yield Service(http, operators, told, url, settings.secrets_dir, made, registry, app)


def _asking(app: ASGIApp) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://127.0.0.1")
