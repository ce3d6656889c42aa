"""``/handover``: labels on record, scans one after the other, and the manifest for both to sign."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest

from api.pages.kit.officer import COOKIE
from domain.accesses.access_record import ACCESS_RECORD
from domain.accesses.events import PersonalDataRevealed
from domain.accesses.kind import RevealPurpose
from domain.accesses.state import access_record_of
from domain.case.case import CASE
from domain.case.delivery.commands import RecordDelivery
from domain.case.stage import Stage
from domain.people import Role, system
from tests.kit.life import CLERK
from tests.kit.page_reading import Page
from tests.kit.parcels import ITEM, PostOffice, post_office


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[PostOffice]:
    async with post_office(database_url, tmp_path) as made:
        yield made


def headers(office: PostOffice, subject: str = "poster") -> dict[str, str]:
    token = office.service.bearer(Role.CLERK, subject).removeprefix("Bearer ")
    return {
        "cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh",
        "content-type": "application/x-www-form-urlencoded",
        "origin": str(office.service.http.base_url).rstrip("/"),
    }


async def send(office: PostOffice, **sent: str) -> httpx.Response:
    return await office.service.http.post(
        "/handover", content=urlencode(sent), headers=headers(office)
    )


def hidden(page: str) -> dict[str, str]:
    found = [each for each in Page(page).all("input") if each.get("type") == "hidden"]
    return {each["name"]: each["value"] for each in found}


async def test_parcels_are_scanned_one_after_the_other_and_the_manifest_lists_them(
    office: PostOffice,
) -> None:
    first, second = await office.ready_to_send(), await office.ready_to_send()
    await office.service.fold()
    state = (await office.opened(first)).state
    other = (await office.opened(second)).state
    asked = await send(office, act="scan", scanned=state.reference.lower())
    assert hidden(asked.text)["case"] == str(first)
    given = await send(office, **hidden(asked.text), scanned=ITEM)
    assert given.status_code == 200, given.text
    assert f"已交寄 {ITEM}" in given.text
    after = (await office.opened(first)).state
    assert (after.stage, after.item_no) == (Stage.IN_POST, ITEM)
    kept = hidden(given.text)
    assert kept["done"] == str(first)
    assert "case" not in kept
    missing, done = given.text.split('id="handed"')
    assert other.reference in missing
    assert state.reference in done
    again = await send(office, act="scan", scanned=state.reference)
    assert again.status_code == 422
    assert f"查询码{state.reference}的邮件已经交寄，邮件号码{ITEM}" in again.text
    await office.service.fold()
    page = await office.service.http.get("/handover/manifest", headers=headers(office))
    (table,) = Page(page.text).tables.values()
    assert [row[:3] for row in table[1:]] == [["1", ITEM, state.reference]]
    assert "合计：1 件。另有待交寄 1 件" in page.text
    assert page.headers["cache-control"] == "no-store"


async def test_what_is_no_number_of_a_parcel_hands_nothing_over(office: PostOffice) -> None:
    case = await office.ready_to_send()
    await office.service.fold()
    state = (await office.opened(case)).state
    for text in ("条码", ITEM, ""):
        wrong = await send(office, act="scan", scanned=text)
        assert wrong.status_code == 422
    asked = await send(office, act="scan", scanned=state.reference)
    mistyped = await send(office, **hidden(asked.text), scanned="EE000000015CN")
    assert mistyped.status_code == 422
    assert hidden(mistyped.text)["case"] == str(case)
    assert (await office.opened(case)).state.stage is Stage.READY_TO_SEND


async def test_the_queue_of_what_waits_for_the_carrier_leads_to_it(office: PostOffice) -> None:
    for queue, leads in (("dispatch", True), ("review", False)):
        page = await office.service.http.get(f"/desk?queue={queue}", headers=headers(office))
        assert ('href="/handover"' in page.text.partition("<main")[2]) is leads


async def test_what_was_scanned_twice_is_named(office: PostOffice) -> None:
    case = await office.ready_to_send()
    await office.service.fold()
    state = (await office.opened(case)).state
    early = await send(office, act="scan", scanned=ITEM)
    assert (early.status_code, f"{ITEM}是邮件号码。请先扫描" in early.text) == (422, True)
    asked = await send(office, act="scan", scanned=state.reference)
    twice = await send(office, **hidden(asked.text), scanned=state.reference)
    assert (twice.status_code, "同一张标签扫描了两次" in twice.text) == (422, True)
    assert hidden(twice.text)["case"] == str(case)
    given = await send(office, **hidden(twice.text), scanned=ITEM)
    assert given.status_code == 200
    again = await send(office, **hidden(given.text), scanned=ITEM)
    assert again.status_code == 422
    assert f"{ITEM}是刚才扫描过的邮件号码，已用于查询码{state.reference}的邮件" in again.text


async def test_what_is_wrong_with_a_parcel_waits_until_an_officer_has_found_out(
    office: PostOffice,
) -> None:
    case = await office.in_post()
    await office.tells(office.signed(signatory="another"))
    await office.service.fold()
    reference = (await office.opened(case)).state.reference
    page = await office.service.http.get("/handover/irregular", headers=headers(office))
    assert [text in page.text for text in (ITEM, reference, "待核实 1 件")] == [True] * 3
    assert "未核验身份或者非本人签收" in page.text

    async def clears(clearing: str) -> httpx.Response:
        return await office.service.http.post(
            "/handover/irregular",
            content=urlencode({**hidden(page.text), "clearing": clearing}),
            headers=headers(office),
        )

    assert (await clears("unheard_of")).status_code == 400
    done = await clears("delivery_confirmed")
    assert ("核实结果已登记" in done.text, "没有待核实的邮件异常" in done.text) == (True, True)
    again = await clears("delivery_confirmed")
    assert (again.status_code, "没有待核实的该类异常" in again.text) == (409, True)


async def test_a_parcel_that_has_arrived_stays_on_the_manifest_of_its_day(
    office: PostOffice,
) -> None:
    case = await office.in_post()
    await office.does(case, CLERK, RecordDelivery(id_seen=True))
    await office.service.fold()
    state = (await office.opened(case)).state
    assert state.stage is Stage.DELIVERED
    page = await office.service.http.get("/handover/manifest", headers=headers(office))
    (table,) = Page(page.text).tables.values()
    assert [row[:3] for row in table[1:]] == [["1", ITEM, state.reference]]
    office.now += timedelta(days=1)
    tomorrow = await office.service.http.get("/handover/manifest", headers=headers(office))
    assert state.reference not in tomorrow.text
    stage = CASE.words.stages[state.stage].zh
    gone = await send(office, act="scan", scanned=state.reference)
    assert f"查询码{state.reference}的业务现在处于“{stage}”环节" in gone.text


async def test_labels_show_the_address_only_on_record(office: PostOffice) -> None:
    case = await office.ready_to_send()
    await office.service.fold()
    to = (await office.service.example("plate_reissue"))["delivery"]
    listed = await office.service.http.get("/handover", headers=headers(office))
    assert to["address"] not in listed.text
    assert to["recipient_name"] not in listed.text
    printed = await send(office, act="labels", **{f"parcel-{case}": "yes"})
    assert printed.status_code == 200
    assert to["address"] in printed.text
    assert to["recipient_mobile"] in printed.text
    assert printed.headers["cache-control"] == "no-store"
    record = access_record_of(case)
    history = (await office.service.desk.door.open(ACCESS_RECORD, record, system("test")))[1]
    (revealed,) = [e.event for e in history if isinstance(e.event, PersonalDataRevealed)]
    assert (revealed.parts, revealed.purpose) == (("delivery",), RevealPurpose.DELIVERY)
    assert (await send(office, act="labels")).status_code == 422


async def test_whoever_accepted_a_parcel_prints_no_label_of_it(office: PostOffice) -> None:
    case = await office.ready_to_send()
    await office.service.fold()
    accepted_by = (await office.opened(case)).state.accepted_by
    assert accepted_by
    answer = await office.service.http.post(
        "/handover",
        content=urlencode({"act": "labels", f"parcel-{case}": "yes"}),
        headers=headers(office, accepted_by),
    )
    to = (await office.service.example("plate_reissue"))["delivery"]
    assert to["address"] not in answer.text
    assert "请由其他人员打印" in answer.text
