"""What a window refuses over HTTP: a closed day, a bad form, a second case of one kind."""

import asyncio

import httpx
import pytest

from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.people import Role
from domain.register.vehicle import UseNature
from domain.services.choices import Channel
from tests.kit.served import Service
from tests.kit.window_cases import (
    ANOTHER_LEADER,
    GREEN,
    READER,
    ZHENGZHOU,
    approve,
    on_record,
    state,
    suspended,
    take_in,
    taken_in,
)


@pytest.mark.requirement("R27")
async def test_an_ambulance_is_registered_while_the_windows_are_closed(service: Service) -> None:
    await suspended(service)
    form = await service.example("reg_ambulance")
    closed = await take_in(service, form)
    assert closed.status_code == 409
    told = closed.json()
    assert told["type"].endswith("window-closed-for-service")
    assert (told["office"], told["reason"], told["choices"]) == (ZHENGZHOU, "suspended", [])
    clerk = await take_in(service, form, green=GREEN)
    assert clerk.status_code == 403
    case = await taken_in(service, form, role=Role.SUPERVISOR, green=GREEN)
    await approve(service, case, ANOTHER_LEADER)
    current = await state(service, case)
    assert current.green
    assert (await on_record(service, form["new_vehicle"]["vin"])).record.use is UseNature.AMBULANCE
    _, history = await service.desk.door.open(CASE, case, READER)
    stored = b"".join(CODEC.encode(each.envelope) for each in history).decode()
    for clear in (GREEN["note"], form["applicant"]["name"], form["new_vehicle"]["vin"]):
        assert clear not in stored


async def test_a_bad_form_is_told_all_its_defects_with_their_places(service: Service) -> None:
    form = await service.example("reg_new")
    form["channel"], form["originals"] = "online_app", ["identity"]
    form["registration"]["plate_no"] = "京A12345"
    answer = await take_in(service, form)
    assert answer.status_code == 422
    found = [(each["pointer"], each["rule"]) for each in answer.json()["defects"]]
    assert found[:2] == [
        ("/application/channel", "channel_not_yours"),
        ("/application/registration/plate_no", "plate_province"),
    ]
    assert ("/application/originals", "original_missing_insurance") in found


@pytest.mark.requirement("R14")
async def test_a_token_for_the_window_alone_takes_in_no_emergency(service: Service) -> None:
    form = await service.example("reg_ambulance")
    window = {"channel": Channel.WINDOW}
    answer = await take_in(service, form, role=Role.SUPERVISOR, claims=window, green=GREEN)
    assert answer.status_code == 422
    found = [(each["pointer"], each["rule"]) for each in answer.json()["defects"]]
    assert found == [("/application/channel", "channel_not_yours")]
    case = await taken_in(service, form, role=Role.SUPERVISOR, green=GREEN)
    facts = (await state(service, case)).facts
    assert facts is not None
    assert facts.channel is Channel.EMERGENCY


async def test_a_window_case_comes_through_no_online_route(service: Service) -> None:
    answer = await service.submit(await service.example("reg_new"), "a-key")
    assert answer.status_code == 422


async def test_the_same_key_gives_the_same_case(service: Service) -> None:
    form = await service.example("plate_reissue_w")
    first = await take_in(service, form, key="one")
    again = await take_in(service, form, key="one")
    assert first.json()["id"] == again.json()["id"]
    assert again.headers["idempotency-replayed"] == "true"


async def test_a_window_and_its_online_twin_are_never_open_together(service: Service) -> None:
    await service.submitted("plate_reissue")
    assert (await take_in(service, await service.example("plate_reissue_w"))).status_code == 409


async def test_no_case_is_taken_in_after_the_window_has_closed(service: Service) -> None:
    async def one(number: int) -> httpx.Response:
        form = await service.example("exam_s1")
        form["exam"]["permit_no"] = f"4101009{number:05d}"
        return await take_in(service, form)

    asking = [asyncio.create_task(one(number)) for number in range(30)]
    await asyncio.sleep(0.05)
    await suspended(service)
    last = await one(99)
    assert last.status_code == 409
    answers = await asyncio.gather(*asking)
    assert {each.status_code for each in answers} <= {201, 409}
