"""A hall over HTTP: what is open tells of its checks, and entries arrive once each."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import uuid4

import httpx
import pytest

from api.pages.kit.officer import COOKIE
from domain.hall_measures.commands import DecideHallMeasures
from domain.hall_measures.hall_measures import HALL_MEASURES
from domain.hall_measures.state import measures_of
from domain.halls.choices import HallArea, StaffDuty
from domain.halls.state import hall_name
from domain.people import Actor, Role
from tests.kit.offices import asked
from tests.kit.page_reading import Page
from tests.kit.served import Service

LUOYANG: Final = "410300"
DETACHMENT: Final = Actor(Role.SUPERVISOR, "head", "410300-det")


async def give(
    service: Service, command: str, office: str = LUOYANG, **body: object
) -> httpx.Response:
    """A command of a clerk to the hall of today, which names it where it may be the first."""
    today = service.desk.today
    address = f"/api/v1/halls/{hall_name(office, today)}"
    bearer = {"authorization": service.bearer(Role.CLERK, "clerk", LUOYANG)}
    begun = (await service.http.get(address, headers=bearer)).is_success
    named = {"office": office, "on": today.isoformat()}
    begins = command in {"record-cleaning", "record-disinfection", "check-staff", "open-hall"}
    return await service.http.post(
        f"{address}/{command}",
        json={**named, **body} if begins else body,
        headers={
            **bearer,
            "idempotency-key": str(uuid4()),
            "if-match" if begun else "if-none-match": "*",
        },
    )


async def prepared(service: Service) -> None:
    for area in HallArea:
        answer = await give(service, "record-disinfection", area=area, agent="chlorine")
        assert answer.is_success, answer.text
    for duty in StaffDuty:
        answer = await give(service, "check-staff", duty=duty, present=5, unmasked=0, feverish=0)
        assert answer.is_success, answer.text


async def told(service: Service, query: str = "") -> Sequence[dict[str, Any]]:
    await service.fold()
    asking = f"/api/v1/openings?office={LUOYANG}&service=reissue_replace{query}"
    found: list[dict[str, Any]] = (await service.http.get(asking)).json()["openings"]
    return found


@pytest.mark.requirement("R21")
@pytest.mark.requirement("R22")
async def test_a_hall_without_its_checks_does_not_open_and_what_is_open_says_why(
    service: Service,
) -> None:
    refused = await give(service, "open-hall")
    assert refused.status_code == 409
    assert refused.json()["type"].endswith("hall-checks-missing")
    (shut,) = await told(service)
    assert shut["open"]
    assert (shut["hall"]["open"], shut["hall"]["why"]["code"]) == (False, "checks_missing")
    missing = [each["code"] for each in shut["hall"]["missing"]]
    assert missing == [*StaffDuty, *HallArea]
    await prepared(service)
    (ready,) = await told(service)
    assert ready["hall"]["why"]["code"] == "not_opened"
    assert (await give(service, "open-hall")).is_success
    (opened,) = await told(service)
    assert opened["hall"] == {
        "open": True,
        "why": {"code": "open", "title": {"zh": "大厅已开门", "en": "the hall is open"}},
        "missing": [],
    }


async def test_a_city_that_asks_for_no_checks_opens_without_them(service: Service) -> None:
    decide = DecideHallMeasures(
        effective_on=service.desk.today,
        staff_temperature=False,
        checks_before_opening=False,
        limited_hall=False,
        reason="全市各县均为低风险地区",
    )
    request = asked(decide, DETACHMENT)
    await service.desk.door.handle(HALL_MEASURES, measures_of(LUOYANG), decide, request)
    (shut,) = await told(service)
    assert (shut["hall"]["why"]["code"], shut["hall"]["missing"]) == ("not_opened", [])
    assert (await give(service, "open-hall")).is_success
    (opened,) = await told(service)
    assert opened["hall"]["open"]


async def test_nothing_is_told_of_the_doors_on_another_day_and_where_there_is_no_hall(
    service: Service,
) -> None:
    (before,) = await told(service, "&on=2020-01-06")
    assert before["hall"] is None
    site = "/api/v1/openings?office=410300.exs1&service=exam"
    (exam,) = (await service.http.get(site)).json()["openings"]
    assert exam["hall"] is None


async def test_the_page_says_of_each_hall_what_is_missing(service: Service) -> None:
    await give(service, "record-disinfection", area="hall", agent="alcohol")
    await service.fold()
    page = Page((await service.http.get(f"/openings?region={LUOYANG}&lang=zh")).text)
    assert "洛阳市车辆管理所未开门当日晨检、消杀尚未完成，暂不开门" in "".join(page.text.split())
    assert "（尚缺：大厅工作人员、值日警官、后勤保障人员等 7 项）" in page.text


@pytest.mark.requirement("R23")
async def test_three_hundred_entries_typed_without_a_connection_arrive_once_each(
    service: Service,
) -> None:
    """The answer to a batch is lost now and then, so its taps are sent again in another."""
    await prepared(service)
    await give(service, "open-hall")
    lane = str(uuid4())
    taps = [
        {"number": n, "ago_s": 600 - n, "temperature": 375 if n % 100 == 0 else 365}
        for n in range(1, 301)
    ]
    for first in (0, 50, 60, 100, 140, 200, 250, 0):
        batch = taps[first : first + 100]
        assert (await give(service, "record-visits", lane=lane, visits=batch)).is_success
    await service.fold()
    counted = (await service.http.get(f"/api/v1/statistics/halls?region={LUOYANG}")).json()
    figures = counted["all"]
    assert (figures["entry_admitted"], figures["entry_refused"]) == (297, 3)
    assert sum(each["admitted"] + each["turned_away"] for each in counted["hours"]) == 300
    assert [each["office"] for each in counted["offices"]] == [LUOYANG]


@pytest.mark.requirement("R20")
@pytest.mark.requirement("R21")
async def test_the_rounds_of_halls_that_opened_are_published_by_region(service: Service) -> None:
    nothing = (await service.http.get("/api/v1/statistics/halls")).json()
    assert nothing["all"]["hygiene_compliance"] is None
    await prepared(service)
    await give(service, "open-hall")
    await give(service, "record-cleaning", area="hall", result="cleared")
    await service.fold()
    counted = (await service.http.get("/api/v1/statistics/halls")).json()
    assert counted["all"] == counted["regions"][0]["figures"]
    assert counted["all"] == {
        "hygiene_compliance": 5 / 11,
        "cleaning_compliance": 1 / 11,
        "entry_admitted": 0,
        "entry_refused": 0,
    }
    assert counted["offices"] == []
    elsewhere = (await service.http.get("/api/v1/statistics/halls?region=410100")).json()
    assert elsewhere["regions"] == []
    wrong = await service.http.get("/api/v1/statistics/halls?from=2020-03-02&to=2020-03-01")
    assert wrong.status_code == 422


@pytest.mark.requirement("R23")
async def test_officers_see_on_their_page_what_came_of_the_day(service: Service) -> None:
    await prepared(service)
    await give(service, "open-hall")
    taps = [
        {"number": 1, "temperature": 365},
        {"number": 2, "temperature": 375},
        {"number": 3, "masked": False},
    ]
    assert (await give(service, "record-visits", lane=str(uuid4()), visits=taps)).is_success
    await service.fold()
    bearer = service.bearer(Role.CLERK, "clerk", LUOYANG).removeprefix("Bearer ")
    answer = await service.http.get("/hall?lang=zh", headers={"cookie": f"{COOKIE}={bearer}"})
    text = "".join(Page(answer.text).text.split())
    assert "测温入厅人次1劝返人次2" in text
    assert "消杀完成率45.5%" in text
    assert "今日各时段入厅人次" in text


async def test_what_keeps_the_page_of_the_door_rules_that_page_alone(service: Service) -> None:
    path = f"/hall/{LUOYANG}/door"
    answer = await service.http.get(f"{path}/worker.mjs")
    assert answer.status_code == 200
    assert answer.headers["service-worker-allowed"] == path
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == "no-cache"
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert "{version}" not in answer.text
    assert (await service.http.get("/hall/410300.exs1/door/worker.mjs")).status_code == 404
    assert (await service.http.get("/hall/nowhere/door/worker.mjs")).status_code == 404
