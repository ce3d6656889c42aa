"""A service whose clock the test sets, with parcels that are under way, and what a carrier says."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

import httpx

from domain.case.case import CASE
from domain.case.delivery.commands import HandToPost
from domain.case.intake.commands import AcceptCase
from domain.case.production.commands import OrderProduction, RecordProduction
from domain.case.review.commands import ApproveCase, StartReview
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.message import Command, Event
from domain.people import Actor, Role
from tests.kit.life import CARRIER, CLERK, REVIEWER
from tests.kit.offices import asked
from tests.kit.payment import pay_and_go_on
from tests.kit.plate_histories import all_checks
from tests.kit.served import NOW, Service, served
from tests.kit.vehicles import numbered

ITEM: Final = "EE000000014CN"


@dataclass
class PostOffice:
    """The application, and the only clock of its door."""

    service: Service
    now: datetime = NOW
    cases: int = 0

    async def in_post(self, item_no: str = ITEM) -> UUID:
        """A case whose document was handed to the post under this number."""
        case = await self.ready_to_send()
        await self.does(case, CLERK, HandToPost(item_no=item_no))
        return case

    async def ready_to_send(self) -> UUID:
        body = await self.service.example("plate_reissue")
        self.cases += 1
        body["vehicle"] |= numbered(self.cases)
        answer = await self.service.submit(body, str(uuid4()))
        assert answer.status_code == 201, answer.text
        case = UUID(answer.json()["id"])
        await pay_and_go_on(self.service.desk.door, case)
        await self.does(case, CLERK, AcceptCase())
        checks = all_checks("plate_reissue")
        await self.does(case, REVIEWER, StartReview(), *checks, ApproveCase())
        document = RecordProduction(document_no="ZZ00000001")
        await self.does(case, CLERK, OrderProduction(), document)
        return case

    async def does(self, case: UUID, by: Actor, *given: Command) -> None:
        for command in given:
            await self.service.desk.door.handle(CASE, case, command, asked(command, by))

    async def tells(
        self,
        what: str,
        body: Mapping[str, Any],
        *,
        key: str | None = None,
        seen: str | None = None,
        item_no: str = ITEM,
    ) -> httpx.Response:
        """What the carrier says of a parcel. ``seen`` are the tags of what he has seen."""
        sent = {"idempotency-key": key, "if-match": seen}
        return await self.service.http.post(
            f"/api/v1/parcels/{item_no}/{what}",
            json=body,
            headers={"authorization": self.service.bearer(Role.CARRIER, "carrier"), **_given(sent)},
        )

    def scan(self, status: str = "collected") -> dict[str, str]:
        return {"status": status, "place": "410100", "scanned_at": self.now.isoformat()}

    async def opened(self, case: UUID) -> Opened[Case]:
        opened, _ = await self.service.desk.door.open(CASE, case, CARRIER)
        return opened

    async def events(self, case: UUID, kind: type[Event]) -> int:
        """How many events of a kind the case has."""
        _, history = await self.service.desk.door.open(CASE, case, CARRIER)
        return sum(isinstance(recorded.event, kind) for recorded in history)


def _given(sent: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in sent.items() if value}


@asynccontextmanager
async def post_office(url: str, folder: Path) -> AsyncIterator[PostOffice]:
    async with served(url, folder, clock=lambda: office.now) as service:
        office = PostOffice(service)
        yield office
