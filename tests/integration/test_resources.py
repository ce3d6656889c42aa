"""An aggregate without a router of its own: one line, and it is there over HTTP."""

import json
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.token_claims import OF_AN_OFFICE
from domain.case.case import CASE
from domain.people import Actor, Role
from domain.prefectures.state import stream_of
from tests.kit.served import Service, served

PATH = "/api/v1/prefectures/410100"
DETACHMENT = "410100-det"
CLASSIFY = "classify-prefecture"
CLASS_TWO = {"region": "410100", "region_class": 2}
SUSPENDED = {"effective_on": "2020-02-25"}


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path) as made:
        yield made


async def told(
    service: Service,
    command: str,
    body: Mapping[str, Any],
    *,
    role: Role = Role.HQ,
    version: int | None = 0,
    key: str | None = None,
    office: str = DETACHMENT,
) -> httpx.Response:
    bearer = service.bearer(role, office=office if role in OF_AN_OFFICE else None)
    headers = {"content-type": "application/json", "authorization": bearer}
    if version is not None:
        headers["if-match"] = f'"v{version}"'
    if key is not None:
        headers["idempotency-key"] = key
    return await service.http.post(f"{PATH}/{command}", content=json.dumps(body), headers=headers)


async def read(
    service: Service, path: str, role: Role = Role.CLERK, office: str | None = None
) -> httpx.Response:
    bearer = service.bearer(role, office=office)
    return await service.http.get(path, headers={"authorization": bearer})


async def test_a_stream_with_a_computed_id_begins_with_its_first_command(service: Service) -> None:
    assert (await read(service, PATH)).status_code == 404
    begun = await told(service, CLASSIFY, CLASS_TWO)
    shown = await read(service, PATH)

    assert begun.status_code == 200, begun.text
    assert begun.headers["etag"] == shown.headers["etag"] == '"v1"'
    assert begun.json()["id"] == shown.json()["id"] == str(stream_of("410100"))
    assert begun.json()["region"] == "410100"
    assert begun.json()["actions"] == [
        "classify-prefecture",
        "suspend-windows",
        "transfer-casework",
    ]


async def test_what_a_stream_is_shown_as(service: Service) -> None:
    await told(service, CLASSIFY, CLASS_TWO)
    shown = (await read(service, PATH)).json()

    classes = shown["state"].pop("classes")
    assert shown["state"] == {
        "stage": "open",
        "region": "410100",
        "region_class": 2,
        "version": 1,
    }
    assert [each["region_class"] for each in classes] == [2]
    assert (shown["stage"], shown["stage_title"]) == ("open", "窗口正常开放")
    assert (shown["version"], shown["position"]) == (1, 1)
    assert shown["actions"] == []
    assert "parts" not in shown


async def test_an_officer_names_the_version_that_he_saw(service: Service) -> None:
    assert (await told(service, CLASSIFY, CLASS_TWO, version=None)).status_code == 428
    assert (await told(service, CLASSIFY, CLASS_TWO, version=1)).status_code == 412
    await told(service, CLASSIFY, CLASS_TWO)
    stale = await told(service, CLASSIFY, {**CLASS_TWO, "region_class": 1})
    seen = await told(service, "suspend-windows", SUSPENDED, role=Role.SUPERVISOR, version=1)

    assert (stale.status_code, stale.json()["version"]) == (412, 1)
    assert (seen.status_code, seen.json()["stage"]) == (200, "suspended")


async def test_only_whom_the_row_names_gives_a_command(service: Service) -> None:
    for role in (Role.CLERK, Role.SUPERVISOR, Role.AUDITOR, Role.APPLICANT, Role.CARRIER):
        answer = await told(service, CLASSIFY, CLASS_TWO, role=role)
        assert (answer.status_code, answer.json()["type"]) == (403, "/problems/forbidden")
    assert await service.desk.log.position() == 0


async def test_an_officer_is_told_and_offered_only_what_his_office_decides(
    service: Service,
) -> None:
    await told(service, CLASSIFY, CLASS_TWO)
    offered = [
        (await read(service, PATH, Role.SUPERVISOR, office)).json()["actions"]
        for office in ("410100", DETACHMENT)
    ]
    assert offered[0] == ["transfer-casework"]
    assert {"suspend-windows", "take-step", "transfer-casework"} < set(offered[1])
    refused = await told(
        service, "suspend-windows", SUSPENDED, role=Role.SUPERVISOR, version=1, office="410100"
    )
    assert (refused.status_code, refused.json()["body"]) == (403, DETACHMENT)
    assert refused.json()["detail"] == (
        "窗口业务的恢复由省辖市决定，由市公安局交警支队作出；车辆管理所、县级车管所不得自行决定。"
    )


async def test_a_refusal_is_told_in_the_words_of_its_aggregate(service: Service) -> None:
    answer = await told(service, CLASSIFY, {"region": "410300", "region_class": 2})
    page = await service.http.get("/problems/region-unknown?lang=zh")

    assert answer.status_code == 422
    assert answer.json()["title"] == "没有该省辖市"
    assert "没有该省辖市" in page.text


async def test_a_command_that_does_not_begin_a_stream_needs_one(service: Service) -> None:
    first = {"step": "first", "effective_on": "2020-02-25", "grounds": {"reason": "支持复工复产。"}}
    answer = await told(service, "take-step", first, role=Role.SUPERVISOR)
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/not-found")
    begun = await told(service, "suspend-windows", SUSPENDED, role=Role.SUPERVISOR)
    assert (begun.status_code, begun.json()["region"]) == (200, "410100"), begun.text


async def test_a_body_with_a_defect_is_refused_with_its_place(service: Service) -> None:
    answer = await told(service, CLASSIFY, {"region": "410100", "region_class": 3})
    assert answer.status_code == 422
    assert answer.json()["defects"][0]["pointer"] == "/region_class"


async def test_the_same_key_gives_the_same_answer_whatever_came_after(service: Service) -> None:
    first = await told(service, CLASSIFY, CLASS_TWO, key="key")
    await told(service, "suspend-windows", SUSPENDED, version=1)
    again = await told(service, CLASSIFY, CLASS_TWO, key="key")
    other = await told(service, CLASSIFY, {**CLASS_TWO, "region_class": 1}, key="key")

    assert again.json() == first.json()
    assert again.headers["idempotency-replayed"] == "true"
    assert (other.status_code, other.json()["type"]) == (422, "/problems/key-reused")


@pytest.mark.parametrize(
    "path", [f"{PATH}/history", f"/api/v1/audit/prefecture/{stream_of('410100')}/history"]
)
async def test_its_history_is_read_as_of_any_moment(service: Service, path: str) -> None:
    await told(service, CLASSIFY, CLASS_TWO)
    await told(service, "suspend-windows", SUSPENDED, version=1)
    now = (await read(service, path, Role.AUDITOR)).json()
    then = (await read(service, f"{path}?at=1", Role.AUDITOR)).json()

    assert [event["title"] for event in now["events"]] == ["已确定交通管控类别", "暂停窗口业务"]
    assert [event["stage"] for event in now["events"]] == ["open", "suspended"]
    assert (then["state"]["stage"], then["state"]["version"]) == ("open", 1)
    assert (then["version"], then["of_versions"]) == (1, 2)
    assert all(event["by"]["role"] == "hq" and event["rules"] for event in now["events"])


async def test_a_stream_is_of_one_kind_only(service: Service) -> None:
    await told(service, CLASSIFY, CLASS_TWO)
    stream = stream_of("410100")
    for kind in ("case", "claim", "nothing"):
        path = f"/api/v1/audit/{kind}/{stream}/history"
        assert (await read(service, path, Role.AUDITOR)).status_code == 404


async def test_what_a_case_has_claimed_is_audited_too(service: Service) -> None:
    answer = await service.submit(await service.example("plate_reissue"), "key")
    auditor = Actor(Role.AUDITOR, "auditor")
    opened, _ = await service.desk.door.open(CASE, UUID(answer.json()["id"]), auditor)
    path = f"/api/v1/claims/{opened.state.claim}"
    shown = (await read(service, path, Role.AUDITOR)).json()
    history = (await read(service, f"{path}/history", Role.HQ)).json()

    assert shown["state"]["holder"] == answer.json()["id"]
    assert [event["event"]["type"] for event in history["events"]] == ["ClaimTaken"]
    assert (await read(service, path, Role.CLERK)).status_code == 403
