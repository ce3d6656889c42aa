"""What is filled in is kept, what is wrong is told, and nobody else sees it."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import httpx
import pytest

from domain.event_store.transaction import Connection
from domain.services.texts import TEXTS
from tests.kit.applicants import browsing, opened, sent, submitted, the_form, walked
from tests.kit.form_reading import Forms
from tests.kit.served import Service

ADDRESS = "/apply/plate_reissue"


@pytest.fixture
async def citizen(service: Service) -> AsyncIterator[httpx.AsyncClient]:
    async with browsing(service) as browser:
        yield browser


async def count(connection: Connection, table: str) -> int:
    query = {"draft": "vault.draft", "events": "stored_events"}[table]
    cursor = await connection.execute(f"SELECT count(*) FROM {query}")
    return int((await cursor.fetchall())[0][0])


async def test_all_defects_of_a_page_are_told_at_once_in_the_words_of_the_api(
    citizen: httpx.AsyncClient,
) -> None:
    page, form = await the_form(citizen, f"{ADDRESS}/applicant")
    given = {
        "applicant.id_type": "resident_id",
        "applicant.id_no": "410102199202291237",
        "applicant.name": "",
        "applicant.mobile": "12",
    }
    answer = await sent(citizen, page, form, **given)
    assert answer.status_code == 422
    found = Forms(answer.text)
    for rule in ("resident_id_check_digit", "missing", "mobile_length"):
        assert answer.text.count(TEXTS[rule].zh) == 2, "once beside the field, once on top"
    assert {"#applicant.id_no", "#applicant.name", "#applicant.mobile"} <= set(found.links)
    (again,) = (f for f in found.forms if f.method == "post")
    assert again.filled["applicant.id_no"] == given["applicant.id_no"]
    assert again.filled["applicant.mobile"] == "12"


async def test_what_was_typed_is_there_again_after_the_browser_was_closed(
    service: Service, citizen: httpx.AsyncClient
) -> None:
    page, form = await the_form(citizen, f"{ADDRESS}/applicant")
    await sent(citizen, page, form, **{"applicant.name": "李四", "applicant.mobile": "12"})
    async with browsing(service) as later:
        start, found = await opened(later, ADDRESS)
        assert "继续上次填写" in start.text
        assert f"{ADDRESS}/applicant" in found.links
        _, form = await the_form(later, f"{ADDRESS}/applicant")
        assert form.filled["applicant.name"] == "李四"
        assert form.filled["applicant.mobile"] == "12"
        home, _ = await opened(later, "/apply")
        assert "继续上次填写" in home.text


async def test_another_person_does_not_see_it(service: Service, citizen: httpx.AsyncClient) -> None:
    page, form = await the_form(citizen, f"{ADDRESS}/applicant")
    await sent(citizen, page, form, **{"applicant.name": "李四"})
    async with browsing(service, "registered") as other:
        start, _ = await opened(other, "/apply/vehicle_contact_change")
        assert "继续上次填写" not in start.text
        answer = await other.get(f"{ADDRESS}/applicant")
        assert "李四" not in answer.text


@pytest.mark.parametrize("who", [None, "clerk", "auditor"])
async def test_whoever_is_no_applicant_is_led_to_the_sign_in(
    service: Service, who: str | None
) -> None:
    async with browsing(service, who) as browser:
        answer = await browser.get(f"{ADDRESS}/applicant")
        assert answer.status_code == (403 if who else 401)
        assert 'action="/session"' in answer.text
        assert f'value="{ADDRESS}"' in answer.text


async def test_a_form_of_another_site_is_refused(citizen: httpx.AsyncClient) -> None:
    for address, how in (
        (f"{ADDRESS}/applicant", {"data": {"applicant.name": "x"}}),
        ("/apply/upload", {"files": {"file": ("a.jpg", b"x", "image/jpeg")}}),
    ):
        given: dict[str, Any] = {**how, "headers": {"origin": "https://elsewhere.example"}}
        answer = await citizen.post(address, **given)
        assert answer.status_code == 403


async def test_a_draft_makes_no_event_and_stands_in_no_address(
    service: Service, connection: Connection, citizen: httpx.AsyncClient
) -> None:
    before = await count(connection, "events")
    page, form = await the_form(citizen, f"{ADDRESS}/applicant")
    answer = await sent(citizen, page, form, **{"applicant.name": "李四"})
    assert await count(connection, "draft") == 1
    assert await count(connection, "events") == before
    assert "李四" not in str(answer.url)
    assert answer.headers["cache-control"] == "no-store"


async def test_a_draft_is_deleted_when_one_wants_to_start_again(
    connection: Connection, citizen: httpx.AsyncClient
) -> None:
    page, form = await the_form(citizen, f"{ADDRESS}/applicant")
    await sent(citizen, page, form, **{"applicant.name": "李四"})
    page, form = await the_form(citizen, ADDRESS)
    assert form.action == f"{ADDRESS}/discard"
    await sent(citizen, page, form)
    assert await count(connection, "draft") == 0


async def test_pressed_twice_at_once_and_once_more_it_is_one_case(
    service: Service, citizen: httpx.AsyncClient
) -> None:
    body = await service.example("plate_reissue")
    check = await walked(citizen, "plate_reissue", body)
    first, second = await asyncio.gather(submitted(citizen, check), submitted(citizen, check))
    third = await submitted(citizen, check)
    places = {answer.headers["location"] for answer in (first, second, third)}
    assert len(places) == 1
    assert places.pop().startswith("/apply/done/")
    await service.fold()
    mine = await service.http.get(
        "/api/v1/applications", headers={"authorization": service.bearer_of(body, "demo-citizen")}
    )
    assert len(mine.json()["applications"]) == 1


async def test_a_change_leads_back_to_the_check(
    service: Service, citizen: httpx.AsyncClient
) -> None:
    check = await walked(citizen, "plate_reissue", await service.example("plate_reissue"))
    changes = [link for link in Forms(check.text).links if link.endswith("?change=1")]
    assert f"{ADDRESS}/vehicle?change=1" in changes
    page, form = await the_form(citizen, f"{ADDRESS}/vehicle?change=1")
    answer = await sent(citizen, page, form, **{"vehicle.engine_no": "EX999999"})
    assert answer.headers["location"] == f"{ADDRESS}/check"
    again, _ = await opened(citizen, answer.headers["location"])
    assert "EX999999" in again.text


async def test_what_a_change_leaves_open_is_asked_before_the_check(
    service: Service, citizen: httpx.AsyncClient
) -> None:
    await walked(citizen, "plate_reissue", await service.example("plate_reissue"))
    page, form = await the_form(citizen, f"{ADDRESS}/delivery?change=1")
    answer = await sent(citizen, page, form, **{"delivery.mode": "pickup"})
    assert answer.headers["location"] == f"{ADDRESS}/delivery-pickup?change=1"
    page, form = await the_form(citizen, answer.headers["location"])
    answer = await sent(citizen, page, form, **{"delivery.pickup_office_id": "410100"})
    assert answer.headers["location"] == f"{ADDRESS}/check"


async def test_the_fee_is_paid_at_the_bank_of_the_demonstration_and_once(
    service: Service, citizen: httpx.AsyncClient
) -> None:
    check = await walked(citizen, "plate_reissue", await service.example("plate_reissue"))
    done, found = await opened(citizen, (await submitted(citizen, check)).headers["location"])
    case = UUID(done.url.path.rpartition("/")[2])
    assert f"/apply/pay/{case}" in found.links
    page, form = await the_form(citizen, f"/apply/pay/{case}")
    for _ in range(2):
        answer = await sent(citizen, page, form)
        assert answer.headers["location"] == f"/apply/done/{case}"
    paid, _ = await opened(citizen, f"/apply/done/{case}")
    assert "已缴费" in paid.text
    assert "提交后缴费" in done.text
    for over in ("填写申请表", "提交后缴费"):
        assert over not in paid.text


async def test_nobody_else_sees_what_was_submitted(
    service: Service, citizen: httpx.AsyncClient
) -> None:
    check = await walked(citizen, "plate_reissue", await service.example("plate_reissue"))
    done = (await submitted(citizen, check)).headers["location"]
    async with browsing(service, "registered") as other:
        for address in (done, done.replace("done", "pay")):
            assert (await other.get(address)).status_code == 404


async def test_whoever_may_not_apply_is_told_before_he_fills_anything_in(service: Service) -> None:
    async with browsing(service, "registered") as browser:
        page, found = await opened(browser, ADDRESS)
        assert TEXTS["real_name_required"].zh in page.text
        assert not [link for link in found.links if link.startswith(f"{ADDRESS}/")]


async def test_nothing_is_submitted_that_was_changed_after_it_was_checked(
    service: Service, citizen: httpx.AsyncClient
) -> None:
    check = await walked(citizen, "plate_reissue", await service.example("plate_reissue"))
    async with browsing(service) as elsewhere:
        page, form = await the_form(elsewhere, f"{ADDRESS}/applicant?change=1")
        await sent(elsewhere, page, form, **{"applicant.name": "李四"})
    before = await service.desk.log.position()
    again = await submitted(citizen, check)
    assert again.status_code == 412
    assert "申请内容已有改动" in again.text
    assert "李四" in again.text
    assert await service.desk.log.position() == before
    assert (await submitted(citizen, again)).status_code == 303
