"""A command opens its stream once, also when something of it is sealed under the stream's key."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from api.desk import Desk
from domain.calendar import Calendar
from domain.case.case import CASE
from domain.case.delivery.commands import ChangeToPickup, HandToPost
from domain.case.intake.commands import AcceptCase, RequestCorrection
from domain.case.intake.events import CorrectionRequested, Defect
from domain.case.intake.reasons import DefectCode
from domain.case.production.commands import OrderProduction, RecordProduction
from domain.case.review.commands import ApproveCase, StartReview
from domain.case.stage import Stage
from domain.claims.state import postal_item
from domain.door.door import Door
from domain.message import Command
from domain.parcels.state import parcel_of
from domain.people import Actor, Role
from domain.reliefs.effect import OF_THE_PROVINCE
from tests.kit.counted import CountedStore
from tests.kit.life import CLERK, REVIEWER
from tests.kit.offices import asked
from tests.kit.payment import pay_and_go_on
from tests.kit.plate_histories import all_checks
from tests.kit.served import NOW, Service, served

ITEM = "EE000000014CN"
RELIEFS = OF_THE_PROVINCE.stream
"""A correction begins a term, so it is asked whether a relief moves it (ADR 63)."""
READER = Actor(Role.APPLICANT, "reader")
ADDRESS = {
    "mode": "post",
    "recipient_name": "李四",
    "recipient_mobile": "13800001234",
    "region_code": "410105",
    "address": "示例路2号",
}


@dataclass
class Counted:
    """A service whose loads are counted, and a case of which its door remembers nothing."""

    service: Service
    store: CountedStore

    async def case(self) -> UUID:
        answer = await self.service.submit(
            await self.service.example("plate_reissue"), str(uuid4()), READER.id
        )
        assert answer.status_code == 201, answer.text
        return UUID(answer.json()["id"])

    async def does(self, case: UUID, by: Actor, *given: Command) -> int:
        """The commands in turn; the version after them."""
        for command in given:
            request = asked(command, by)
            outcome = await self.service.desk.door.handle(CASE, case, command, request)
        return outcome.version

    async def asks(self, case: UUID, what: str, body: dict[str, Any], key: str) -> httpx.Response:
        """An applicant's action, of whose stream the door remembers nothing."""
        self.forget(case)
        return await self.service.http.post(
            f"/api/v1/applications/{case}/{what}",
            content=json.dumps(body),
            headers={
                "content-type": "application/json",
                "authorization": self.service.bearer(Role.APPLICANT, READER.id),
                "idempotency-key": key,
            },
        )

    def forget(self, case: UUID) -> None:
        self.service.desk.door.forget(case)
        self.store.loaded.clear()


@pytest.fixture
async def counted(database_url: str, tmp_path: Path) -> AsyncIterator[Counted]:
    stores = []

    def counting(made: Desk) -> Desk:
        real: Any = made.log
        stores.append(CountedStore(real))
        door = Door(
            stores[0],
            clock=lambda: NOW,
            catalogue=made.catalogue,
            calendar=Calendar(),
            build="test",
            codec=made.codec,
        )
        return replace(made, door=door)

    async with served(database_url, tmp_path, counting) as service:
        yield Counted(service, stores[0])


async def paid(counted: Counted) -> tuple[UUID, int]:
    case = await counted.case()
    await pay_and_go_on(counted.service.desk.door, case)
    return case, await counted.does(case, CLERK, AcceptCase())


async def test_an_officer_s_note_opens_the_parcel_once(counted: Counted) -> None:
    case, version = await paid(counted)
    note = "请补交号牌照片"
    counted.forget(case)
    answer = await counted.service.command(
        str(case),
        "request-correction",
        version,
        {"defects": [{"where": "plate_photo", "code": "missing"}], "note": note},
    )

    assert answer.status_code == 200, answer.text
    assert counted.store.loaded == [case, RELIEFS]
    _, history = await counted.service.desk.door.open(CASE, case, CLERK)
    notes = [each.event.note for each in history if isinstance(each.event, CorrectionRequested)]
    assert [note is not None and note.startswith("pii1.") for note in notes] == [True]


async def test_a_case_in_memory_is_not_loaded_for_a_note(counted: Counted) -> None:
    case, version = await paid(counted)
    counted.store.loaded.clear()
    told = {"defects": [{"where": "plate_photo", "code": "missing"}], "note": "请补交"}
    answer = await counted.service.command(str(case), "request-correction", version, told)

    assert answer.status_code == 200, answer.text
    assert counted.store.loaded == [RELIEFS]


async def test_a_correction_opens_the_case_once(counted: Counted) -> None:
    case, _ = await paid(counted)
    await counted.does(
        case, CLERK, RequestCorrection(defects=(Defect("/delivery", DefectCode.MISMATCH),))
    )
    answer = await counted.asks(case, "correction", {"delivery": ADDRESS}, "key")

    assert answer.status_code == 200, answer.text
    assert counted.store.loaded == [case]


@pytest.mark.parametrize("key", [{"idempotency-key": "key"}, {}])
async def test_what_a_carrier_tells_opens_the_case_once_and_is_told_twice_safely(
    counted: Counted, key: dict[str, str]
) -> None:
    """The claim of the item number says which parcel it is."""
    case = await produced(counted)
    await counted.does(case, CLERK, HandToPost(item_no=ITEM))
    parcel = parcel_of(case, 1)
    first = await carried(counted, parcel, key)
    loaded = list(counted.store.loaded)
    again = await carried(counted, parcel, key)

    assert first.status_code == 200, first.text
    assert loaded == [postal_item(ITEM), parcel]
    assert again.json() == first.json()
    assert again.headers["idempotency-replayed"] == "true"


async def carried(counted: Counted, parcel: UUID, key: dict[str, str]) -> httpx.Response:
    counted.forget(parcel)
    scan = {"scan": "s1", "status": "collected", "place": "410100", "scanned_at": NOW.isoformat()}
    return await counted.service.http.post(
        f"/api/v1/parcels/{ITEM}/scan",
        content=json.dumps(scan),
        headers={
            "content-type": "application/json",
            "authorization": counted.service.bearer(Role.CARRIER, "carrier"),
            **key,
        },
    )


async def produced(counted: Counted) -> UUID:
    """A case whose document is ready to be sent."""
    case, _ = await paid(counted)
    await counted.does(case, REVIEWER, StartReview(), *all_checks("plate_reissue"), ApproveCase())
    document = RecordProduction(document_no="ZZ00000001")
    await counted.does(case, CLERK, OrderProduction(), document)
    return case


async def test_a_change_of_address_opens_the_case_once_and_is_repeated_safely(
    counted: Counted,
) -> None:
    """What is done depends on the stage, which the first request has changed."""
    case = await produced(counted)
    await counted.does(case, READER, ChangeToPickup(office="410100"))
    first = await counted.asks(case, "address", {"delivery": ADDRESS}, "key")
    loaded = list(counted.store.loaded)
    again = await counted.asks(case, "address", {"delivery": ADDRESS}, "key")

    assert first.status_code == 200, first.text
    assert first.json()["stage"] == Stage.READY_TO_SEND
    assert loaded == [case, parcel_of(case, 1)]
    assert again.json() == first.json()
    assert again.headers["idempotency-replayed"] == "true"
