"""The console of a prefecture folds away what is long, and shows one county by itself."""

import pytest

from api.pages.kit.officer import COOKIE
from domain.offices.tree import OFFICES
from domain.people import Role
from tests.kit.prefectures import suspended_city
from tests.kit.served import Service

REGION = "410100"


@pytest.fixture
async def city(service: Service) -> Service:
    """Zhengzhou in class two, with its windows suspended."""
    await suspended_city(service.desk)
    return service


async def shown(city: Service, query: str = "") -> str:
    token = city.bearer(Role.SUPERVISOR, "decider", "410100-det").removeprefix("Bearer ")
    headers = {"cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh"}
    answer = await city.http.get(f"/prefecture?region={REGION}{query}", headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.text


async def test_what_is_long_is_folded_and_one_county_is_shown_by_itself(city: Service) -> None:
    whole = await shown(city)
    assert "市级窗口 12 处，开放 0 处</summary>" in whole
    assert "县级车管所 7 所，开放 0 所</summary>" in whole
    title = OFFICES["410122"].title.zh
    one = await shown(city, "&county=410122")
    assert f"<caption>{title}</caption>" in one
    assert "</summary>" not in one.split("各窗口现状")[1].split("历次决定")[0]
    assert '<option value="410122" selected>' in one
    for other in ("410324", "410100.br1", "nowhere"):
        assert "县级车管所 7 所，开放 0 所</summary>" in await shown(city, f"&county={other}")


async def test_earlier_decisions_are_folded_away(city: Service) -> None:
    told = (await shown(city)).split("历次决定")[1]
    assert "更早的决定 1 项</summary>" in told
    assert told.split("<details>")[0].count('<li class="panel">') == 2
    assert told.count('<li class="panel">') == 3
