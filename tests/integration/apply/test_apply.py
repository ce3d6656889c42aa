"""Each service that is at work is applied for through its pages, without JavaScript."""

import pytest

from domain.services.catalogue import OPEN_SERVICES
from tests.kit.applicants import browsing, opened, submitted, walked
from tests.kit.served import Service


@pytest.mark.parametrize("code", list(OPEN_SERVICES))
async def test_a_service_is_applied_for_page_by_page(service: Service, code: str) -> None:
    body = await service.example(code)
    async with browsing(service) as browser:
        check = await walked(browser, code, body)
        answer = await submitted(browser, check)
        assert answer.status_code == 303, answer.text[-3000:]
        done, _ = await opened(browser, answer.headers["location"])
        case = done.url.path.rpartition("/")[2]
        assert await service.desk.drafts.find("applicant:demo-citizen", code) is None
    told = await service.http.get(
        f"/api/v1/applications/{case}",
        headers={"authorization": service.bearer_of(body, "demo-citizen")},
    )
    assert told.status_code == 200
    assert told.json()["service"] == code
    assert told.json()["reference"] in done.text
    assert "<svg" in done.text
