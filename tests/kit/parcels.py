"""A service whose clock the test sets, with parcels that are under way, and what a carrier says."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

import httpx

from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.delivery.commands import HandToPost
from domain.case.intake.commands import AcceptCase
from domain.case.production.commands import OrderProduction, RecordProduction
from domain.case.review.commands import ApproveCase, StartReview
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.message import Command
from domain.parcels.parcel import PARCEL
from domain.parcels.state import Parcel, parcel_of
from domain.people import Actor, Role
from tests.kit.life import CARRIER, CLERK, REVIEWER
from tests.kit.offices import asked
from tests.kit.payment import pay_and_go_on
from tests.kit.plate_histories import all_checks
from tests.kit.served import NOW, Service, served
from tests.kit.vehicles import numbered
from workers.reactions.at_once import follow

ITEM: Final = "EE000000014CN"


@dataclass
class PostOffice:
    """The application, and the only clock of its door."""

    service: Service
    now: datetime = NOW
    cases: int = 0

    async def in_post(self, item_no: str = ITEM, method: str = "online") -> UUID:
        """A case whose document was handed to the post under this number."""
        case = await self.ready_to_send(method)
        await self.does(case, CLERK, HandToPost(item_no=item_no))
        return case

    async def ready_to_send(self, method: str = "online") -> UUID:
        """One whose document is made. What is not paid online is owed still."""
        body = await self.service.example("plate_reissue")
        body["payment"] = {"method": method}
        self.cases += 1
        body["vehicle"] |= numbered(self.cases)
        answer = await self.service.submit(body, str(uuid4()))
        assert answer.status_code == 201, answer.text
        case = UUID(answer.json()["id"])
        if method == "online":
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
        scan: Mapping[str, Any],
        *,
        key: str | None = None,
        seen: str | None = None,
        item_no: str = ITEM,
    ) -> httpx.Response:
        """What the carrier says of a parcel. ``seen`` are the tags of what he has seen."""
        sent = {"idempotency-key": key, "if-match": seen}
        return await self.service.http.post(
            f"/api/v1/parcels/{item_no}/scan",
            json=dict(scan),
            headers={"authorization": self.service.bearer(Role.CARRIER, "carrier"), **_given(sent)},
        )

    def scan(self, name: str = "s1", status: str = "collected", **more: Any) -> dict[str, Any]:
        place, at = "410100", self.now.isoformat()
        return {"scan": name, "status": status, "place": place, "scanned_at": at, **more}

    def signed(self, name: str = "s9", **more: Any) -> dict[str, Any]:
        signed = {"signatory": "recipient", "id_seen": True, **more}
        return self.scan(name, "delivered", **signed)

    def in_vain(self, name: str, reason: str = "absent") -> dict[str, Any]:
        return self.scan(name, "failed", reason=reason)

    async def opened(self, case: UUID) -> Opened[Case]:
        opened, _ = await self.service.desk.door.open(CASE, case, CARRIER)
        return opened

    async def parcel(self, case: UUID, posting: int = 1) -> Parcel:
        """The parcel of a posting as its scans say that it is."""
        opened, _ = await self.service.desk.door.open(PARCEL, parcel_of(case, posting), CARRIER)
        return opened.state

    async def followed(self, case: UUID, posting: int = 1) -> Case:
        """The case after everything that follows from what the parcel has told so far."""
        door = self.service.desk.door
        _, history = await door.open(PARCEL, parcel_of(case, posting), CARRIER)
        for recorded in history:
            await follow(door, CODEC, recorded)
        door.forget(case)
        return (await self.opened(case)).state


def _given(sent: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in sent.items() if value}


@asynccontextmanager
async def post_office(url: str, folder: Path) -> AsyncIterator[PostOffice]:
    async with served(url, folder, clock=lambda: office.now) as service:
        office = PostOffice(service)
        yield office
