"""Who of the offices looks at a case is recorded, and its applicant finds it."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest

from api.accesses.recorder import AccessRecorder
from api.pages.kit.officer import COOKIE
from domain.case.case import CASE
from domain.people import Actor, Role
from projections.accesses.row import ACCESSES
from projections.engine.rebuild import rebuild
from tests.kit.accesses import AUDITOR, get, looks, record_of, reveal, views
from tests.kit.security_lines import security_lines
from tests.kit.served import NOW, Service, served


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path) as made:
        yield made


@pytest.fixture
async def case(service: Service) -> UUID:
    return UUID((await service.submitted())["id"])


async def test_each_officer_is_recorded_once_an_hour_for_each_view(
    service: Service, case: UUID
) -> None:
    for _ in range(3):
        await get(service, f"/api/v1/cases/{case}")
        await get(service, f"/api/v1/cases/{case}/history")
        await get(service, f"/api/v1/audit/cases/{case}/history")
    await get(service, f"/api/v1/orders/{case}")
    await get(service, f"/api/v1/cases/{case}", Role.AUDITOR, "auditor-1")
    assert await looks(service, case) == [
        (Role.CLERK, "clerk-7", "overview"),
        (Role.CLERK, "clerk-7", "history"),
        (Role.CLERK, "clerk-7", "payment"),
        (Role.AUDITOR, "auditor-1", "overview"),
    ]


async def test_another_process_records_the_same_look_once(service: Service, case: UUID) -> None:
    opened, _ = await service.desk.door.open(CASE, case, AUDITOR)
    for _ in range(2):
        recorder = AccessRecorder(service.desk.door, lambda: NOW)
        recorder.state_seen(opened, AUDITOR)
        await recorder.close()
    assert await looks(service, case) == [(Role.AUDITOR, "auditor", "overview")]


async def test_the_page_of_the_audit_records_a_look_and_a_list_does_not(
    service: Service, case: UUID
) -> None:
    token = service.bearer(Role.CLERK, "clerk-7").removeprefix("Bearer ")
    page = await service.http.get(f"/audit?case={case}", headers={"cookie": f"{COOKIE}={token}"})
    assert page.status_code == 200
    await get(service, "/api/v1/cases")
    assert await looks(service, case) == [(Role.CLERK, "clerk-7", "history")]


async def test_an_applicant_who_looks_at_his_own_is_not_recorded(
    service: Service, case: UUID
) -> None:
    for path in (f"applications/{case}", f"orders/{case}", f"applications/{case}/views"):
        assert (await get(service, f"/api/v1/{path}", Role.APPLICANT, "reader")).status_code == 200
    assert await record_of(service, case) == []


async def test_who_may_not_see_the_case_has_not_looked(service: Service, case: UUID) -> None:
    elsewhere = {"authorization": service.bearer(Role.CLERK, "clerk-7", "410300")}
    for path in (f"cases/{case}", f"cases/{case}/history", f"orders/{case}"):
        answer = await service.http.get(f"/api/v1/{path}", headers=elsewhere)
        assert answer.status_code == 404
    assert await record_of(service, case) == []


async def test_the_applicant_is_told_office_role_and_purpose_and_not_the_person(
    service: Service, case: UUID
) -> None:
    await get(service, f"/api/v1/cases/{case}")
    await service.desk.accesses.recorded()
    await reveal(service, case)
    answer = await views(service, case)
    told = answer.json()
    assert (told["times"], told["next"]) == (2, None)
    assert [
        (each["role_title"], each["office_title"], each["title"], each["purpose_title"])
        for each in told["views"]
    ] == [
        ("经办民警", "郑州市车辆管理所", "查看个人信息：申请人", "核对身份"),
        (
            "经办民警",
            "郑州市车辆管理所",
            "查看业务概况（个人信息已脱敏）",
            None,
        ),
    ]
    assert "clerk-7" not in answer.text


async def test_nobody_else_is_told_who_has_looked(service: Service, case: UUID) -> None:
    assert (await views(service, case, "somebody-else")).status_code == 404
    path = f"/api/v1/applications/{case}/views"
    assert (await get(service, path, Role.CLERK)).status_code == 403
    assert (await views(service, case)).json() == {
        "times": 0,
        "last_at": None,
        "views": [],
        "next": None,
    }


async def test_the_list_is_folded_again_to_the_same(service: Service, case: UUID) -> None:
    await get(service, f"/api/v1/cases/{case}")
    await reveal(service, case)
    await views(service, case)
    before, after = await rebuild(service.url, ACCESSES, service.registry.codec)
    assert before == after
    assert (await views(service, case)).json()["times"] == 2


async def test_a_long_list_comes_in_pages(service: Service, case: UUID) -> None:
    for number in range(51):
        await get(service, f"/api/v1/cases/{case}", Role.CLERK, f"clerk-{number}")
    first = await views(service, case)
    assert len(first.json()["views"]) == 50
    cursor = first.json()["next"]
    assert first.headers["link"] == (
        f'</api/v1/applications/{case}/views?cursor={cursor}>; rel="next"'
    )
    second = (await views(service, case, query=f"?cursor={cursor}")).json()
    assert (len(second["views"]), second["next"], second["times"]) == (1, None, 51)
    assert (await views(service, case, query="?cursor=x")).status_code == 400


async def test_what_cannot_wait_any_more_is_counted_and_told(service: Service, case: UUID) -> None:
    opened, _ = await service.desk.door.open(CASE, case, AUDITOR)
    recorder = AccessRecorder(service.desk.door, lambda: NOW, waiting=1)
    with security_lines() as lines:
        for number in range(3):
            recorder.state_seen(opened, Actor(Role.AUDITOR, f"auditor-{number}"))
        await recorder.close()
    assert [(line["code"], line["why"]) for line in lines] == [("views-unrecorded", "too-many")] * 2
    assert await looks(service, case) == [(Role.AUDITOR, "auditor-0", "overview")]


async def test_tracking_tells_how_often_and_when_last_and_no_more(
    service: Service, case: UUID
) -> None:
    body, told = (
        await service.example("plate_reissue"),
        await get(service, f"/api/v1/applications/{case}", Role.APPLICANT, "reader"),
    )
    asked = {
        "reference": told.json()["reference"],
        "last_four": body["applicant"]["id_no"][-4:],
    }
    await service.fold()
    before = await service.http.post("/track", data=asked, headers={"origin": "http://127.0.0.1"})
    await get(service, f"/api/v1/cases/{case}")
    await service.desk.accesses.recorded()
    await service.fold()
    after = await service.http.post("/track", data=asked, headers={"origin": "http://127.0.0.1"})
    assert "目前没有工作人员查阅本业务的记录" in before.text
    assert "工作人员查阅本业务共登记 1 次" in after.text
    assert "经办民警" not in after.text


async def test_the_office_is_told_the_pseudonym(service: Service, case: UUID) -> None:
    await get(service, f"/api/v1/cases/{case}")
    await service.desk.accesses.recorded()
    history = await get(service, f"/api/v1/access-records/{case}/history")
    (event,) = history.json()["events"]
    assert (event["event"]["officer"], event["event"]["role"]) == ("clerk-7", "clerk")
    assert event["by"] == {"role": "system", "id": "access-recorder"}
    elsewhere = {"authorization": service.bearer(Role.CLERK, "clerk-7", "410300")}
    for path in (f"access-records/{case}", f"access-records/{case}/history"):
        answer = await service.http.get(f"/api/v1/{path}", headers=elsewhere)
        assert answer.status_code == 404


async def test_an_auditor_sees_what_an_officer_had_looked_at_before_his_step(
    service: Service,
) -> None:
    case = UUID((await service.submitted("vehicle_contact_change"))["id"])
    await get(service, f"/api/v1/cases/{case}", subject="clerk-1")
    await get(service, f"/api/v1/cases/{case}", subject="clerk-2")
    await looks(service, case)
    accepted = await service.command(str(case), "accept-case", 1, subject="clerk-1")
    assert accepted.status_code == 200, accepted.text
    await get(service, f"/api/v1/cases/{case}/history", subject="clerk-1")
    await looks(service, case)
    token = service.bearer(Role.AUDITOR, "auditor-1").removeprefix("Bearer ")
    answer = await service.http.get(
        f"/audit?case={case}&saw=2&lang=en", headers={"cookie": f"{COOKIE}={token}"}
    )
    seen = answer.text.split('id="seen"')[1].split("</section>")[0]
    assert seen.count("<tr") == 2
    assert "overview" in seen
    assert "clerk-1" in seen
    assert "clerk-2" not in seen
    assert "history" not in seen
