"""Whatever stands where a page wants a number, the page answers, and nothing is decided."""

from urllib.parse import urlencode

import pytest

from api.pages.kit.officer import COOKIE
from domain.people import Role
from tests.kit.prefectures import suspended_city
from tests.kit.served import Service

DECISIONS = {
    "take-step": (Role.SUPERVISOR, "410100-det", {"step": "second"}),
    "classify-prefecture": (Role.HQ, None, {}),
}


@pytest.mark.parametrize("number", ["9" * 5_000, "9" * 30, "１", "-1", "x", ""])
@pytest.mark.parametrize("act", ["preview", "decide", "edit"])
@pytest.mark.parametrize("decision", DECISIONS)
async def test_no_number_breaks_the_form_of_a_decision(
    service: Service, number: str, act: str, decision: str
) -> None:
    await suspended_city(service.desk)
    before = await service.desk.log.position()
    role, office, given = DECISIONS[decision]
    token = service.bearer(role, "decider", office).removeprefix("Bearer ")
    sent = {
        **{"region": "410100", "act": act, "decide": decision, "version": number},
        **{"region_class": number, "effective_on": "2020-03-02", "reason": "按步骤恢复。", **given},
    }
    page = await service.http.post(
        "/prefecture",
        content=urlencode(sent),
        headers={
            "cookie": f"{COOKIE}={token}",
            "content-type": "application/x-www-form-urlencoded",
            "origin": str(service.http.base_url).rstrip("/"),
        },
    )
    answers = {400} if act == "decide" else {200, 409, 412, 422}
    assert page.status_code in answers, "nobody decides on a version that he does not name"
    assert await service.desk.log.position() == before
