"""A town whose clock is set from morning to morning, over its own API, with all workers beside."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import count
from pathlib import Path
from typing import Any, Final

import httpx

from cheguan.service_clock import name_town
from cheguan.town.applications import filled_in
from cheguan.town.clock import LOADED, TownClock
from cheguan.town.plans import plan
from cheguan.town.register import TownRegister
from cheguan.town.stored_clock import StoredClock
from domain.calendar import OFFICE_ZONE
from domain.event_store.transaction import Connection
from domain.people import Role
from domain.uploads.samples import sample
from projections.engine.feed import StoreFeed
from projections.engine.projector import Projector
from projections.engine.standing import standing
from projections.timers.queries import run_out
from tests.kit.one_time_codes import proven
from tests.kit.served import Service, served
from tests.kit.waiting import until
from workers import checker, holidays, reactor, timekeeper
from workers.concerned import CONCERNED
from workers.timepiece import TownTime

SEED: Final = 7


@dataclass
class Applied:
    """An application, and what it takes to go on with it. ``version`` is the one last seen."""

    service: str
    case: str
    reference: str
    owner: str
    last_four: str
    on: date
    office: str = ""
    stage: str = ""
    version: int = 0


@dataclass
class Walk:
    """The town. ``statuses`` counts every answer that it has given."""

    town: Service
    connection: Connection
    workers: Sequence[asyncio.Task[None]]
    applied: list[Applied] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    _numbers: dict[str, Any] = field(default_factory=dict)

    async def morning(self, day: date) -> None:
        """It is nine o'clock. Whatever is due by then has been done when this returns."""
        at = datetime.combine(day, time(9), OFFICE_ZONE)
        set_at = await self.ask("PUT", "/api/v1/demo/clock", {"at": at.isoformat(), "speed": 0})
        assert set_at.status_code == 200, set_at.text
        await self.settled()

    async def settled(self) -> None:
        """Returns when the read models have followed, and no timer has run out."""
        now = self.town.desk.clock()

        async def nothing_is_due() -> bool:
            self.nobody_died()
            end = await self.town.desk.log.position()
            for name in self.town.desk.read_models:
                if (await standing(self.connection, name)).position < end:
                    return False
            return not await run_out(self.connection, "anybody", now, limit=1)

        await until(nothing_is_due)

    def nobody_died(self) -> None:
        for worker in self.workers:
            assert not worker.done(), worker

    async def ask(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | bytes | None = None,
        **headers: str,
    ) -> httpx.Response:
        content = body if isinstance(body, bytes) else json.dumps(body or {}).encode()
        sent = {"content-type": "application/json"} if body is not None else {}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        answer = await self.town.http.request(
            method, path, content=content if body is not None else None, headers=sent
        )
        self.statuses[answer.status_code] = self.statuses.get(answer.status_code, 0) + 1
        assert answer.status_code < 500, f"{method} {path}: {answer.text}"
        return answer

    async def apply(self, service: str) -> Applied:
        """Somebody applies, with a vehicle and a licence of his own."""
        numbers = self._numbers.setdefault(
            service, (n for n in count() if plan(SEED, n).service == service)
        )
        drawn = plan(SEED, next(numbers))
        now = self.town.desk.clock()
        form = await proven(self.town, json.loads(filled_in(drawn, now)), drawn.owner)
        answer = await self.ask(
            "POST",
            "/api/v1/applications",
            form,
            authorization=self.town.bearer_of(form, drawn.owner),
            idempotency_key=drawn.owner,
        )
        assert answer.status_code == 201, answer.text
        told = answer.json()
        applied = Applied(
            service,
            told["id"],
            told["reference"],
            drawn.owner,
            form["applicant"]["id_no"][-4:],
            self.town.desk.today,
        )
        self.applied.append(applied)
        return applied

    async def look(self, applied: Applied) -> dict[str, Any]:
        """The case as the headquarters see it."""
        answer = await self.ask(
            "GET", f"/api/v1/cases/{applied.case}", authorization=self.town.bearer(Role.HQ)
        )
        told: dict[str, Any] = answer.json()
        applied.office = told["state"]["office"]
        applied.stage, applied.version = told["stage"], told["version"]
        return told

    async def does(
        self,
        applied: Applied,
        command: str,
        body: Mapping[str, Any] | None = None,
        role: Role = Role.SUPERVISOR,
    ) -> None:
        """An officer of the case's office gives the command, on the case as it stands.

        A worker may have been faster. Then he reads the case again.
        """
        done = None
        while done is None or done.status_code == 412:
            await self.look(applied)
            done = await self.ask(
                "POST",
                f"/api/v1/cases/{applied.case}/{command}",
                body or {},
                authorization=self.town.bearer(role, f"officer-{role}", applied.office),
                if_match=f'"v{applied.version}"',
            )
        assert done.status_code == 200, (command, done.text)

    async def pays(self, applied: Applied) -> None:
        await self.look(applied)
        officer = self.town.bearer(Role.CLERK, "cashier", applied.office)
        order = f"/api/v1/orders/{applied.case}"
        owed = (await self.ask("GET", order, authorization=officer)).json()
        paid = await self.ask(
            "POST",
            f"{order}/pay-order",
            {"amount_fen": owed["state"]["amount_fen"]},
            authorization=officer,
            if_match=f'"v{owed["version"]}"',
        )
        assert paid.status_code == 200, paid.text

    async def supplies(self, applied: Applied, kind: str) -> None:
        paper = {
            "kind": kind,
            "sha256": sample(20).sha256.hex(),
            "media_type": "image/jpeg",
            "size": 90_000,
        }
        supplied = await self.ask(
            "POST",
            f"/api/v1/applications/{applied.case}/correction",
            {"documents": [paper]},
            authorization=self.town.bearer(Role.APPLICANT, applied.owner),
        )
        assert supplied.status_code == 200, supplied.text

    async def tracked(self, applied: Applied) -> dict[str, Any]:
        asked = {"reference": applied.reference, "last_four": applied.last_four}
        answer = await self.ask("POST", "/api/v1/tracking", asked)
        told: dict[str, Any] = answer.json()
        return told


@asynccontextmanager
async def walking(url: str, connection: Connection, folder: Path) -> AsyncIterator[Walk]:
    """Opens the town, whose clock stands still between two mornings."""
    name_town(url)
    async with served(url, folder, clock=TownClock()) as town:
        desk, codec, stop = town.desk, town.registry.codec, asyncio.Event()
        assert isinstance(desk.demo_clock, StoredClock)
        await desk.demo_clock.begin(LOADED, None, 0)
        projector = Projector(url, StoreFeed(url, codec), town.registry.projections)
        workers = [
            asyncio.create_task(work)
            for work in (
                projector.run(stop),
                timekeeper.run(url, codec, desk.door, TownTime(desk.clock), stop),
                holidays.run(url, desk.door, stop),
                reactor.run(url, codec, desk.door, stop, CONCERNED),
                checker.run(
                    url,
                    desk.door,
                    TownRegister(desk.door, desk.keyring, desk.names, desk.clock),
                    stop,
                ),
            )
        ]
        try:
            yield Walk(town, connection, workers)
        finally:
            stop.set()
            await asyncio.gather(*workers)
