"""A case goes to another prefecture by the consent of whoever applied, while its window is open."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import httpx
import pytest

from domain.case.overlays.commands import AgreeToTransfer, OfferTransfer
from domain.case.overlays.refusals import ReceivingWindowClosed
from domain.message import Command
from domain.offices.transfer_reason import TransferReason
from domain.people import Role
from domain.prefectures.commands import ClassifyPrefecture, SuspendWindows
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from tests.kit.life import HQ, LEADER, MORNING
from tests.kit.offices import CITIZEN, OpenOffice, asked, open_office
from tests.kit.served import Service

LUOYANG = "410300"
STREAM = stream_of(LUOYANG)
CASES = 40
OFFER = OfferTransfer(to_office=LUOYANG, reason=TransferReason.OFFICE_SUSPENDED)
AGREE = AgreeToTransfer(to_office=LUOYANG)


async def decide(office: OpenOffice, command: Command) -> int:
    return (await office.door.handle(PREFECTURE, STREAM, command, asked(command, HQ))).position


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[OpenOffice]:
    async with open_office(database_url) as office:
        await decide(office, ClassifyPrefecture(region=LUOYANG, region_class=2))
        yield office


async def offered(office: OpenOffice, number: int) -> UUID:
    case = (await office.submit("licence_renewal", number, pays=None)).stream
    await office.do(case, LEADER, OFFER)
    return case


async def agreed(office: OpenOffice, case: UUID) -> int | None:
    """The position at which it moved, or None if it was refused."""
    try:
        return (await office.do(case, CITIZEN, AGREE)).position
    except ReceivingWindowClosed:
        return None


async def test_nobody_moves_to_a_window_that_closed_a_moment_before(
    office: OpenOffice, database_url: str
) -> None:
    """Another process closes it while many agree, each of whom guards what he has read."""
    cases = [await offered(office, number) for number in range(1, CASES + 1)]
    first = await agreed(office, cases[0])
    going = [asyncio.create_task(agreed(office, case)) for case in cases[1 : CASES // 2]]
    async with open_office(database_url) as other:
        closed = await decide(other, SuspendWindows(effective_on=MORNING.date()))
    late = [await agreed(office, case) for case in cases[CASES // 2 :]]
    moved = [first, *await asyncio.gather(*going)]
    assert first is not None
    assert all(position < closed for position in moved if position is not None)
    assert late == [None] * len(late)


async def post(
    service: Service, case: str, answer: str, body: dict[str, Any] | None = None
) -> httpx.Response:
    example = await service.example("medical_submit")
    return await service.http.post(
        f"/api/v1/applications/{case}/{answer}",
        content=json.dumps(body or {}),
        headers={
            "content-type": "application/json",
            "authorization": service.bearer_of(example),
        },
    )


async def told(service: Service, case: str) -> dict[str, Any]:
    example = await service.example("medical_submit")
    answer = await service.http.get(
        f"/api/v1/applications/{case}", headers={"authorization": service.bearer_of(example)}
    )
    shown: dict[str, Any] = answer.json()
    return shown


async def offered_online(service: Service) -> str:
    case = str((await service.submitted("medical_submit"))["id"])
    version = (await told(service, case))["version"]
    body = {"to_office": LUOYANG, "reason": "load"}
    answer = await service.command(case, "offer-transfer", version, body, role=Role.SUPERVISOR)
    assert answer.status_code == 200, answer.text
    return case


@pytest.mark.parametrize("answer", ["transfer-consent", "transfer-refusal"])
async def test_the_applicant_is_asked_and_his_answer_is_carried_out(
    service: Service, answer: str
) -> None:
    case = await offered_online(service)
    before = await told(service, case)
    assert before["duty"]["kind"] == "answer"
    assert before["duty"]["office"] == LUOYANG
    assert {"agree-to-transfer", "decline-transfer"} <= set(before["actions"])
    agrees = answer == "transfer-consent"
    done = await post(service, case, answer, {"to_office": LUOYANG} if agrees else None)
    assert done.status_code == 200, done.text
    after = await told(service, case)
    assert after["duty"] is None
    assert after["office"] == (LUOYANG if agrees else before["office"])
    assert after["next"] == before["next"]


async def test_a_case_that_moved_is_seen_there_and_here_no_more(service: Service) -> None:
    case = UUID(await offered_online(service))
    await post(service, str(case), "transfer-consent", {"to_office": LUOYANG})

    async def seen_from(office: str) -> int:
        answer = await service.http.get(
            f"/api/v1/cases/{case}",
            headers={"authorization": service.bearer(Role.CLERK, "somebody", office)},
        )
        return answer.status_code

    assert await seen_from(LUOYANG) == 200
    assert await seen_from("410100") == 404


async def test_no_officer_consents_for_whoever_applied_online(service: Service) -> None:
    case = await offered_online(service)
    answer = await service.http.post(
        f"/api/v1/applications/{case}/transfer-consent",
        content=json.dumps({"to_office": LUOYANG}),
        headers={
            "content-type": "application/json",
            "authorization": service.bearer(Role.CLERK, "clerk-1"),
        },
    )
    assert answer.status_code == 403
    assert answer.json()["type"] == "/problems/applied-online"
