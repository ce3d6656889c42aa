"""The prefecture console: a decision is filled in, shown with what it would do, and taken."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode
from uuid import uuid4

import httpx
import pytest

from api.pages.kit.officer import COOKIE
from domain.people import Actor, Role
from domain.prefectures.commands import TakeStep
from domain.prefectures.events import DecisionsTookEffect, StepTaken
from domain.prefectures.grounds import Grounds
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.prefectures.step import Step
from tests.kit.life import HQ
from tests.kit.offices import asked
from tests.kit.page_reading import Page
from tests.kit.prefectures import suspended_city
from tests.kit.served import NOW, Service

REGION: Final = "410100"
DETACHMENT: Final = "410100-det"
STREAM: Final = stream_of(REGION)
TODAY: Final = NOW.date()
REASON: Final = "全市疫情形势平稳，按步骤恢复窗口业务。"
STEP: Final = {
    "decide": "take-step",
    "step": "first",
    "effective_on": TODAY.isoformat(),
    "reason": REASON,
    "document_no": "郑公交〔2020〕12号",
}
TAKE: Final = TakeStep(step=Step.FIRST, effective_on=TODAY, grounds=Grounds(reason=REASON))
DECIDER: Final = Actor(Role.SUPERVISOR, "another", DETACHMENT)


@pytest.fixture
async def city(service: Service) -> Service:
    """Zhengzhou in class two, with its windows suspended, where one document is collected."""
    await suspended_city(service.desk)
    return service


def cookie(
    service: Service, role: Role = Role.SUPERVISOR, office: str | None = DETACHMENT
) -> dict[str, str]:
    token = service.bearer(role, "decider", office).removeprefix("Bearer ")
    return {"cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh"}


async def look(service: Service, query: str = "", **who: Any) -> httpx.Response:
    return await service.http.get(f"/prefecture{query}", headers=cookie(service, **who))


async def send(
    service: Service, act: str, sent: Mapping[str, str], *, version: int = 3, **who: Any
) -> httpx.Response:
    fields = {"region": REGION, "version": str(version), "act": act, **sent}
    return await service.http.post(
        "/prefecture",
        content=urlencode(fields),
        headers={
            **cookie(service, **who),
            "content-type": "application/x-www-form-urlencoded",
            "origin": str(service.http.base_url).rstrip("/"),
        },
    )


async def decided(service: Service) -> list[object]:
    _, history = await service.desk.door.open(PREFECTURE, STREAM, HQ)
    return [recorded.event for recorded in history]


def hidden(page: httpx.Response) -> dict[str, str]:
    """What the form of a page sends beside its buttons."""
    inputs = Page(page.text).all("input")
    found = {each["name"]: each["value"] for each in inputs if each.get("type") == "hidden"}
    return {name: value for name, value in found.items() if name not in {"act", "region"}}


async def test_the_city_is_shown_as_it_stands_with_its_history(city: Service) -> None:
    page = await look(city)
    assert page.status_code == 200, page.text
    for text in ("郑州市窗口恢复决定", "二类地区", "暂停窗口业务", "410100-1", "410100-2"):
        assert text in page.text
    assert "进入恢复步骤" in page.text
    assert "decide=open-windows-locally" not in page.text, "that is for class one"


@pytest.mark.parametrize(
    ("role", "office"),
    [
        (Role.SUPERVISOR, REGION),
        (Role.CLERK, REGION),
        (Role.AUDITOR, None),
        (Role.SUPERVISOR, "410300-det"),
    ],
)
async def test_whoever_does_not_decide_may_look(
    city: Service, role: Role, office: str | None
) -> None:
    page = await look(city, f"?region={REGION}", role=role, office=office)
    assert page.status_code == 200
    assert "decide=take-step" not in page.text
    assert (
        await look(city, f"?region={REGION}&decide=take-step", role=role, office=office)
    ).status_code == 404
    refused = await send(city, "decide", STEP, role=role, office=office)
    assert refused.status_code in {403, 404}
    assert len(await decided(city)) == 3


async def test_the_headquarters_assign_the_class_and_take_no_step(city: Service) -> None:
    page = await look(city, f"?region={REGION}", role=Role.HQ, office=None)
    assert "decide=classify-prefecture" in page.text
    assert "decide=take-step" not in page.text


async def test_an_applicant_does_not_come_in(city: Service) -> None:
    assert (await look(city, role=Role.APPLICANT, office=None)).status_code == 403
    assert (await city.http.get("/prefecture")).status_code == 401


async def test_a_preview_tells_what_it_would_do_and_stores_nothing(city: Service) -> None:
    await city.desk.door.handle(PREFECTURE, STREAM, TAKE, asked(TAKE, DECIDER))
    body = await city.example("plate_reissue")
    body["delivery"] = {"mode": "pickup", "pickup_office_id": REGION}
    body["payment"] = {"method": "window"}
    assert (await city.submit(body, str(uuid4()))).status_code == 201
    await city.fold()
    before = await city.desk.log.position()
    closes = {
        "decide": "suspend-windows",
        "effective_on": TODAY.isoformat(),
        "reason": "疫情形势变化，暂停窗口业务。",
    }
    page = await send(city, "preview", closes, version=5)
    assert page.status_code == 200, page.text
    assert Page(page.text).tables["暂缓办理的业务"][1:] == [
        ["郑州市车辆管理所", "补换领机动车号牌", "1"]
    ]
    assert ["郑州市车辆管理所", "—", "补、换牌证、核发临时行驶车号牌"] in Page(page.text).tables[
        "窗口变化"
    ]
    assert await city.desk.log.position() == before


async def test_a_decision_is_taken_after_its_preview_and_only_once(city: Service) -> None:
    preview = await send(city, "preview", STEP)
    assert preview.status_code == 200, preview.text
    assert "确认并登记决定" in preview.text
    assert len(await decided(city)) == 3
    again = hidden(preview)
    first, second = [await send(city, "decide", again) for _ in range(2)]
    assert first.status_code == second.status_code == 303
    assert first.headers["location"] == second.headers["location"]
    taken = await decided(city)
    assert len(taken) == 5
    assert isinstance(taken[3], StepTaken)
    assert taken[3].body == DETACHMENT
    assert taken[3].grounds == Grounds(reason=REASON, document_no="郑公交〔2020〕12号")
    assert isinstance(taken[4], DecisionsTookEffect)
    page = await look(city, first.headers["location"].removeprefix("/prefecture"))
    assert "决定已登记" in page.text
    assert "郑公交〔2020〕12号" in page.text
    openings = await city.http.get(f"/openings?region={REGION}&lang=zh")
    assert "第一步" in openings.text


async def test_what_is_not_filled_in_is_told_all_at_once_beside_its_fields(city: Service) -> None:
    page = await send(city, "preview", {"decide": "take-step", "document_no": "文〔2020〕1号"})
    assert page.status_code == 422
    fields = {
        each.get("id") for _, each in Page(page.text).elements if each.get("class") == "error"
    }
    assert fields >= {"step-error", "effective_on-error", "reason-error"}
    assert "文〔2020〕1号" in page.text


@pytest.mark.parametrize(
    ("changed", "field", "status", "told"),
    [
        ({"effective_on": "2020-01-01"}, "effective_on", 422, "最早：2020-02-24"),
        ({"step": "third"}, "step", 409, "应当先进入：第一步"),
        ({"reason": "请电13838380000咨询"}, "reason", 422, "公开"),
        ({"effective_on": "tomorrow"}, "effective_on", 422, ""),
        ({"planned_end": "2020-02-01"}, "planned_end", 422, ""),
    ],
)
@pytest.mark.parametrize("act", ["preview", "decide"])
async def test_a_refusal_stands_beside_the_field_that_it_concerns(
    city: Service, changed: dict[str, str], field: str, status: int, told: str, act: str
) -> None:
    page = await send(city, act, STEP | changed)
    assert page.status_code == status, page.text
    assert f'id="{field}-error"' in page.text
    assert told in page.text
    assert len(await decided(city)) == 3


async def test_whoever_decides_on_what_has_moved_is_shown_what_was_decided(city: Service) -> None:
    await city.desk.door.handle(PREFECTURE, STREAM, TAKE, asked(TAKE, DECIDER))
    listed = {
        "decide": "list-third-step-services",
        "services-registration": "yes",
        "services-exam": "yes",
        "effective_on": TODAY.isoformat(),
        "reason": REASON,
    }
    page = await send(city, "decide", listed)
    assert page.status_code == 412
    assert "本市已有新的决定" in page.text
    assert "410100-4" in page.text
    assert len(await decided(city)) == 5
    anew = hidden(page)
    assert anew["version"] == "5"
    done = await send(city, "decide", anew, version=5)
    assert done.status_code == 303
    assert len(await decided(city)) == 7


async def test_a_form_from_elsewhere_decides_nothing(city: Service) -> None:
    answer = await city.http.post(
        "/prefecture",
        content=urlencode({"region": REGION, "version": "3", "act": "decide", **STEP}),
        headers={
            **cookie(city),
            "content-type": "application/x-www-form-urlencoded",
            "origin": "https://elsewhere.example",
        },
    )
    assert answer.status_code == 403
    assert len(await decided(city)) == 3


async def test_a_long_reason_in_chinese_passes(city: Service) -> None:
    page = await send(city, "preview", STEP | {"reason": "情" * 500, "local_situation": "稳" * 300})
    assert page.status_code == 200


async def test_a_city_that_has_decided_nothing_is_shown_too(service: Service) -> None:
    page = await look(service, "?region=411500", role=Role.HQ, office=None)
    assert page.status_code == 200
    assert "尚无决定" in page.text
    assert (await look(service, "?region=999999")).status_code == 404
