"""``/counter``: an officer enters an application on one page, checks it, and prints the receipt."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import httpx
import pytest
from msgspec.structs import replace

from api.pages.counter.entered import box_of, window_questions
from api.pages.counter.windows import taken_in_here
from api.pages.kit.officer import COOKIE
from domain.case.case import CASE
from domain.case.overlays.events import GreenChannelGranted
from domain.door.request import own_request
from domain.licences.commands import EnterLicence
from domain.licences.licence import LICENCE
from domain.people import Role
from domain.register.streams import licence_stream
from domain.services.window.originals import Original
from domain.vault import Purpose
from tests.kit.filled_in import entries_of
from tests.kit.page_reading import Page
from tests.kit.register_records import normal_licence
from tests.kit.served import Service
from tests.kit.window_cases import READER, state, suspended

SERVICES = [row.code for row in taken_in_here()]


def headers(service: Service, role: Role = Role.CLERK, subject: str = "clerk") -> dict[str, str]:
    token = service.bearer(role, subject).removeprefix("Bearer ")
    return {
        "cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh",
        "content-type": "application/x-www-form-urlencoded",
        "origin": str(service.http.base_url).rstrip("/"),
    }


async def entered(service: Service, code: str) -> dict[str, str]:
    """What an officer types to enter the example of the service."""
    body = await service.example(code)
    boxes = {box_of(Original(each)): "yes" for each in body["originals"]}
    page = await service.http.get(f"/counter/{code}", headers=headers(service))
    assert page.status_code == 200, page.text
    key = next(each["value"] for each in Page(page.text).all("input") if each["name"] == "key")
    return {**entries_of(body, window_questions()), **boxes, "declared": "yes", "key": key}


async def send(
    service: Service, code: str, act: str, sent: Mapping[str, str], **who: Any
) -> httpx.Response:
    return await service.http.post(
        f"/counter/{code}", content=urlencode({**sent, "act": act}), headers=headers(service, **who)
    )


def hidden(page: str) -> dict[str, str]:
    """What the page sends along with its button."""
    found = [each for each in Page(page).all("input") if each.get("type") == "hidden"]
    return {each["name"]: each["value"] for each in found}


@pytest.mark.parametrize("code", SERVICES)
async def test_each_service_of_the_windows_is_entered_checked_and_taken_in(
    service: Service, code: str
) -> None:
    checked = await send(service, code, "check", await entered(service, code))
    assert checked.status_code == 200, Page(checked.text).text
    assert "办结期限" in checked.text
    sent = hidden(checked.text)
    done = await send(service, code, "submit", sent)
    assert done.status_code == 303, Page(done.text).text
    assert (await send(service, code, "submit", sent)).headers["location"] == done.headers[
        "location"
    ]
    receipt = (await service.http.get(done.headers["location"], headers=headers(service))).text
    case = await state(service, UUID(done.headers["location"].rsplit("/", 1)[1]))
    assert (case.service, case.taken_in_by) == (code, "clerk")
    assert case.reference in receipt
    assert "受理回执" in receipt
    assert (await service.example(code))["applicant"]["id_no"] not in receipt


async def test_whatever_is_wrong_is_told_at_its_field_and_on_top(service: Service) -> None:
    sent = await entered(service, "reg_new")
    del sent["applicant.name"], sent["new_vehicle.seats"], sent["originals-identity"]
    del sent["declared"]
    page = await send(service, "reg_new", "check", sent)
    assert page.status_code == 422
    links = {each.get("href") for each in Page(page.text).all("a")}
    wrong = {"applicant.name", "new_vehicle.seats", "originals-identity", "declared"}
    assert {f"#{each}" for each in wrong} <= links
    ids = {each.get("id") for _, each in Page(page.text).elements}
    assert wrong <= ids
    assert sent["applicant.id_no"] in page.text


async def test_what_the_register_has_is_shown_and_not_asked_again(service: Service) -> None:
    sent = await entered(service, "medical_submit_w")
    number = sent["applicant.id_no"]
    names = service.desk.names
    record = replace(
        normal_licence(service.desk.today),
        holder=names.of(Purpose.ID_NO, number),
        holder_name=b"another",
    )
    stream = licence_stream(names.of(Purpose.LICENCE, number))
    enter = EnterLicence(record=record)
    await service.desk.door.handle(LICENCE, stream, enter, own_request("import", stream, 0, enter))
    del sent["classes"], sent["licence.licence_no"]
    page = await send(service, "medical_submit_w", "look", sent)
    assert "不一致" in page.text
    kept = hidden(page.text)
    assert kept["classes"] == "C1"
    assert kept["licence.licence_no"] == number
    assert 'id="licence.licence_no" name' not in page.text
    assert (await send(service, "medical_submit_w", "check", {**sent, **kept})).status_code == 200
    other = {**sent, **kept, "applicant.id_no": "410102199202291236"}
    asked = await send(service, "medical_submit_w", "edit", other)
    assert 'id="licence.licence_no" name' in asked.text


async def test_a_closed_window_names_the_reason_and_no_clerk_lets_anybody_in(
    service: Service,
) -> None:
    await suspended(service)
    sent = await entered(service, "reg_ambulance")
    refused = await send(service, "reg_ambulance", "check", sent)
    assert refused.status_code == 409
    assert "窗口业务暂停" in refused.text
    assert "reason" not in Page(refused.text).text
    assert "今日可办" in refused.text or "今日没有办理此项业务的网点" in refused.text
    assert 'value="submit"' not in refused.text
    green = {
        "green": "yes",
        "green_kind": "ambulance",
        "green_proof": "seen",
        "green_note": "省人民医院急需出车",
    }
    assert (await send(service, "reg_ambulance", "submit", {**sent, **green})).status_code == 409


async def test_a_duty_leader_lets_in_by_the_green_channel_and_answers_for_it(
    service: Service,
) -> None:
    await suspended(service)
    sent = {**await entered(service, "reg_ambulance"), "green": "yes"}
    leader = {"role": Role.SUPERVISOR, "subject": "leader"}
    wrong = await send(service, "reg_ambulance", "check", sent, **leader)
    assert wrong.status_code == 422
    assert "请写明批准理由" in wrong.text
    sent |= {"green_kind": "ambulance", "green_proof": "seen", "green_note": "急" * 501}
    longer = await send(service, "reg_ambulance", "check", sent, **leader)
    assert (longer.status_code, "不得超过500字" in longer.text) == (422, True)
    assert "急" * 501 in longer.text
    whole = "省人民医院急需出车" + "\r\n" * 20 + "急" * 471
    assert len(whole.replace("\r", "")) == 500
    sent |= {"green_note": whole}
    checked = await send(service, "reg_ambulance", "check", sent, **leader)
    assert checked.status_code == 200
    assert "急" * 471 in checked.text
    done = await send(service, "reg_ambulance", "submit", hidden(checked.text), **leader)
    case = UUID(done.headers["location"].rsplit("/", 1)[1])
    history = (await service.desk.door.open(CASE, case, READER))[1]
    granted = [each for each in history if isinstance(each.event, GreenChannelGranted)]
    assert [each.envelope.by.id for each in granted] == ["leader"]
    assert "省人民医院" not in str(granted[0].event)


async def test_the_list_tells_what_the_window_does_today(service: Service) -> None:
    page = await service.http.get("/counter", headers=headers(service))
    assert all(f'href="/counter/{code}?' in page.text for code in SERVICES)
    assert (await service.http.get("/counter/exam_booking", headers=headers(service))).is_error
    assert (
        await service.http.get("/counter?counter=410300", headers=headers(service))
    ).status_code == 404
