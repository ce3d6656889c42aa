"""A page on which a detachment switches what its halls keep beyond the announcement."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final
from urllib.parse import urlencode

import httpx
import pytest

from api.pages.kit.officer import COOKIE
from domain.hall_measures.hall_measures import HALL_MEASURES
from domain.hall_measures.state import HallMeasures, measures_of
from domain.offices.tree import OFFICES
from domain.people import Actor, Role
from tests.kit.page_reading import Page
from tests.kit.served import Service

PATH: Final = "/hall/measures"
LUOYANG: Final = "410300"
DETACHMENT: Final = "410300-det"
LIMITED: Final = {"measure": "limited_hall", "kept": "no", "reason": "全市各县均为低风险地区"}


def cookie(service: Service, role: Role, office: str | None) -> str:
    token = service.bearer(role, "head", office).removeprefix("Bearer ")
    return f"{COOKIE}={token}; __Host-cheguan-lang=zh"


async def look(
    service: Service, role: Role = Role.SUPERVISOR, office: str | None = DETACHMENT, query: str = ""
) -> str:
    answer = await service.http.get(
        f"{PATH}{query}", headers={"cookie": cookie(service, role, office)}
    )
    assert answer.status_code == 200, answer.text
    return answer.text


async def switch(
    service: Service,
    sent: Mapping[str, str],
    role: Role = Role.SUPERVISOR,
    office: str | None = DETACHMENT,
) -> httpx.Response:
    asked = {"region": LUOYANG, "effective_on": service.desk.today.isoformat(), **sent}
    return await service.http.post(
        PATH,
        content=urlencode(asked),
        headers={
            "cookie": cookie(service, role, office),
            "content-type": "application/x-www-form-urlencoded",
            "origin": str(service.http.base_url).rstrip("/"),
        },
    )


async def state(service: Service) -> HallMeasures:
    reader = Actor(Role.SUPERVISOR, "head", DETACHMENT)
    return (await service.desk.door.open(HALL_MEASURES, measures_of(LUOYANG), reader))[0].state


@pytest.mark.requirement("R22")
@pytest.mark.requirement("R23")
async def test_a_detachment_switches_one_measure_and_everybody_reads_who_did_it_and_why(
    service: Service,
) -> None:
    before = await look(service)
    assert "未另行决定，三项措施全部执行" in before
    answer = await switch(service, LIMITED)
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"] == f"{PATH}?region={LUOYANG}&done=yes"
    today = service.desk.today
    found = (await state(service)).on(today)
    assert (found.staff_temperature, found.checks_before_opening) == (True, True)
    assert not found.limited_hall
    page = Page(await look(service, Role.AUDITOR, None, f"?region={LUOYANG}"))
    text = "".join(page.text.split())
    assert "大厅限流不执行" in text
    assert "工作人员测温执行" in text
    for told in (OFFICES[DETACHMENT].title.zh, "值班领导head", "全市各县均为低风险地区"):
        assert told in text, told
    back = await switch(
        service,
        {**LIMITED, "kept": "yes", "effective_on": (today + timedelta(days=7)).isoformat()},
        Role.HQ,
        None,
    )
    assert back.status_code == 303, back.text
    after = await state(service)
    assert not after.on(today + timedelta(days=6)).limited_hall
    assert after.on(today + timedelta(days=7)).limited_hall


async def test_what_was_decided_for_the_day_about_the_others_stays(service: Service) -> None:
    later = (service.desk.today + timedelta(days=3)).isoformat()
    first = {**LIMITED, "measure": "staff_temperature", "effective_on": later}
    assert (await switch(service, first)).status_code == 303
    assert (await switch(service, {**LIMITED, "effective_on": later})).status_code == 303
    found = (await state(service)).on(service.desk.today + timedelta(days=3))
    assert (found.staff_temperature, found.limited_hall) == (False, False)
    assert (await state(service)).on(service.desk.today).staff_temperature


async def test_what_is_wrong_stands_beside_its_field_and_nothing_is_decided(
    service: Service,
) -> None:
    yesterday = (service.desk.today - timedelta(days=1)).isoformat()
    for wrong, status, field in (
        ({"measure": ""}, 422, "measure"),
        ({"measure": "effective_on"}, 422, "measure"),
        ({"kept": "perhaps"}, 422, "kept"),
        ({"kept": "yes"}, 409, "kept"),
        ({"reason": ""}, 422, "reason"),
        ({"effective_on": "tomorrow"}, 422, "effective_on"),
        ({"effective_on": yesterday}, 422, "effective_on"),
    ):
        answer = await switch(service, {**LIMITED, **wrong})
        assert answer.status_code == status, (wrong, answer.status_code, answer.text)
        assert f'href="#{field}"' in answer.text, wrong
        assert f'id="{field}"' in answer.text, wrong
    assert "未另行决定" in await look(service)


async def test_others_look_and_do_not_decide(service: Service) -> None:
    for role, office in ((Role.SUPERVISOR, LUOYANG), (Role.SUPERVISOR, "410100-det")):
        query = f"?region={LUOYANG}"
        assert f'method="post" action="{PATH}"' not in await look(service, role, office, query)
        assert (await switch(service, LIMITED, role, office)).status_code == 403
    assert (await switch(service, LIMITED, Role.CLERK, LUOYANG)).status_code == 403
    assert "未另行决定" in await look(service)
    assert f'method="post" action="{PATH}"' in await look(service)
    unknown = await service.http.get(
        f"{PATH}?region=419999", headers={"cookie": cookie(service, Role.HQ, None)}
    )
    assert unknown.status_code == 404
