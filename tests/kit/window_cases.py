"""Cases that are taken in over HTTP, reviewed by another officer, and followed to the register."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID, uuid4

import httpx

from cheguan.consultation import consultation
from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.review.commands import ApproveCase, RecordCheck, StartReview
from domain.case.state import Case
from domain.people import Actor, Role, system
from domain.prefectures.commands import ClassifyPrefecture, SuspendWindows
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.register.streams import vehicle_stream
from domain.services.catalogue import EVERY_SERVICE
from domain.vault import Purpose
from domain.vehicles.state import VehicleOnRecord
from domain.vehicles.vehicle import VEHICLE
from tests.kit.offices import asked
from tests.kit.served import Service
from workers.concerned import CONCERNED
from workers.reactor import Reactor

READER = system("test")
REVIEWER = Actor(Role.CLERK, "reviewer", "410100")
ANOTHER_LEADER = Actor(Role.SUPERVISOR, "another-leader", "410100")
HQ = Actor(Role.HQ, "headquarters")
ZHENGZHOU = "410100"
GREEN = {"kind": "ambulance", "proof": "seen", "note": "省人民医院急需出车"}


async def take_in(
    service: Service,
    form: dict[str, Any],
    *,
    role: Role = Role.CLERK,
    key: str | None = None,
    claims: Mapping[str, Any] = MappingProxyType({}),
    **more: Any,
) -> httpx.Response:
    return await service.http.post(
        "/api/v1/window-cases",
        content=json.dumps({"application": form, **more}),
        headers={
            "content-type": "application/json",
            "authorization": service.bearer(role, "at-the-window", **claims),
            "idempotency-key": key or str(uuid4()),
        },
    )


async def taken_in(service: Service, form: dict[str, Any], **more: Any) -> UUID:
    answer = await take_in(service, form, **more)
    assert answer.status_code == 201, answer.text
    assert answer.json()["stage"] == "accepted"
    return UUID(answer.json()["id"])


async def state(service: Service, case: UUID) -> Case:
    return (await service.desk.door.open(CASE, case, READER))[0].state


async def approve(service: Service, case: UUID, by: Actor = REVIEWER) -> dict[str, bool | None]:
    """Another officer reviews it and approves it. Gives what the register said of it."""
    desk = service.desk
    current = await state(service, case)
    verdicts = dict((await consultation(desk)(case, current)).verdicts)
    checks = [each.code for each in EVERY_SERVICE[current.service].checks]
    for command in (
        StartReview(),
        *(RecordCheck(check=each, passed=True) for each in checks),
        ApproveCase(),
    ):
        await desk.door.handle(CASE, case, command, asked(command, by))
    reactor = Reactor(service.url, CODEC, desk.door, CONCERNED)
    await reactor.catch_up()
    await reactor.close()
    return verdicts


async def on_record(service: Service, vin: str) -> VehicleOnRecord:
    stream = vehicle_stream(service.desk.names.of(Purpose.VIN, vin))
    return (await service.desk.door.open(VEHICLE, stream, READER))[0].state


async def suspended(service: Service) -> None:
    stream = stream_of(ZHENGZHOU)
    for command in (
        ClassifyPrefecture(region=ZHENGZHOU, region_class=1),
        SuspendWindows(effective_on=service.desk.today),
    ):
        await service.desk.door.handle(PREFECTURE, stream, command, asked(command, HQ))
