"""Every route that shows a staff member one case records it, and a route without a row fails."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final
from uuid import UUID

import pytest

from api.pages.kit.officer import COOKIE
from api.permissions import permissions
from api.resource import READERS
from domain.accesses.kind import CaseAspect
from domain.people import Role
from tests.kit.accesses import get, looks
from tests.kit.layers import application_in
from tests.kit.served import Service, served

SHOWS: Final = {
    "/api/v1/cases/{case}": CaseAspect.OVERVIEW,
    "/api/v1/cases/{case}/history": CaseAspect.HISTORY,
    "/api/v1/cases/{case}/documents": CaseAspect.DOCUMENTS,
    "/api/v1/audit/cases/{case}/history": CaseAspect.HISTORY,
    "/api/v1/audit/{kind}/{stream}/history": CaseAspect.HISTORY,
    "/api/v1/orders/{order}": CaseAspect.PAYMENT,
    "/api/v1/orders/{order}/history": CaseAspect.PAYMENT,
}
FINDS: Final = {"/api/v1/cases/lookup": CaseAspect.LOOKUP}
"""A number leads to cases, and whoever writes it has looked at each of them."""
SHEETS: Final = {
    "/desk/case/{case}": [CaseAspect.DOCUMENTS, CaseAspect.HISTORY],
    "/counter/receipt/{case}": [CaseAspect.HISTORY],
    "/notices/case/{case}": [CaseAspect.HISTORY],
}
"""Pages, which show several aspects at once."""
PAPERS: Final = {"/instruments/{case}/{version}", "/instruments/{case}/{version}/pdf"}
"""What was issued in a case. That each look is recorded stands with the tests of the papers."""
REVEALS: Final = {
    "/api/v1/cases/{case}/documents/{sha256}",
    "/desk/case/{case}/documents/{sha256}",
}
"""A document is recorded each time, before it is given."""
SHOWS_NO_CASE: Final = {
    "/api/v1/collections/{collection}",
    "/api/v1/collections/{collection}/history",
    "/api/v1/tills/{till}",
    "/api/v1/tills/{till}/history",
    "/counter/tills/{till}",
    "/api/v1/claims/{claim}",
    "/api/v1/claims/{claim}/history",
    "/api/v1/prefectures/{prefecture}",
    "/api/v1/prefectures/{prefecture}/history",
    "/api/v1/reliefs/{reliefs}",
    "/api/v1/reliefs/{reliefs}/history",
    "/api/v1/access-records/{access_record}",
    "/api/v1/access-records/{access_record}/history",
    "/api/v1/one-time-codes/{one_time_code}",
    "/api/v1/one-time-codes/{one_time_code}/history",
    "/api/v1/commands/{command}",
    "/counter/{window_service}",
    "/hall/{office}/door",
    "/hall/{office}/work",
    "/prefecture/improvements/{improvement}",
    "/api/v1/enquiries/{enquiry}/conversation",
    "/enquiries/{enquiry}",
    "/webhooks/{subscription}",
    *(
        f"/api/v1/{path}{under}"
        for path in (
            "vehicles/{vehicle}",
            "licences/{licence}",
            "learner-permits/{learner_permit}",
            "violations/{violation}",
            "penalties/{penalty}",
            "plate-numbers/{number}",
            "draws/{draw}",
            "plans/{plan}",
            "seats/{seat}",
            "exam-plans/{exam_plan}",
            "bans/{ban}",
            "parcels/{parcel}",
            "print-jobs/{print_job}",
            "halls/{hall}",
            "hall-measures/{hall_measures}",
            "improvements/{improvement}",
            "centres/{centre}",
            "enquiries/{enquiry}",
            "enquiry-desks/{enquiry_desk}",
            "call-logs/{call_log}",
            "notice-samples/{notice_samples}",
            "reminders/{reminder}",
            "notices/{notice}",
            "stock/{stock}",
            "alarms/{alarm}",
            "webhooks/{webhook}",
            "webhook-messages/{webhook_message}",
        )
        for under in ("", "/history")
    ),
}
"""What they show is nothing of an application."""


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path) as made:
        yield made


async def test_every_route_that_shows_one_stream_to_staff_is_told_apart(service: Service) -> None:
    shown = {
        route.partition(" ")[2]
        for route, roles in permissions(application_in(service.app)).items()
        if route.startswith("GET ") and "{" in route and roles and roles & READERS
    }
    assert shown == SHOWS.keys() | SHEETS.keys() | PAPERS | REVEALS | SHOWS_NO_CASE


@pytest.mark.parametrize("path", SHOWS)
async def test_a_route_that_shows_a_case_records_the_look(service: Service, path: str) -> None:
    case = UUID((await service.submitted())["id"])
    named = {"case": case, "order": case, "stream": case, "kind": "case"}
    answer = await get(service, path.format(**named), Role.HQ, "hq-1")
    assert answer.status_code == 200, answer.text
    assert await looks(service, case) == [(Role.HQ, "hq-1", SHOWS[path])]


@pytest.mark.parametrize("path", SHEETS)
async def test_a_page_that_shows_a_case_records_every_aspect(service: Service, path: str) -> None:
    case = UUID((await service.submitted())["id"])
    token = service.bearer(Role.HQ, "hq-1").removeprefix("Bearer ")
    page = await service.http.get(path.format(case=case), headers={"cookie": f"{COOKIE}={token}"})
    assert page.status_code == 200, page.text
    seen = sorted(await looks(service, case))
    assert seen == [(Role.HQ, "hq-1", aspect) for aspect in SHEETS[path]]


@pytest.mark.parametrize("path", FINDS)
async def test_a_route_that_finds_cases_by_a_number_records_a_look_at_each(
    service: Service, path: str
) -> None:
    body = await service.example("plate_reissue")
    plate = f"{body['vehicle']['plate_kind']}:{body['vehicle']['plate_no']}"
    cases = [UUID((await service.submitted())["id"])]
    other = UUID((await service.submitted("renewal_deferral"))["id"])
    await service.fold()
    headers = {"authorization": service.bearer(Role.HQ, "hq-1")}
    answer = await service.http.post(path, json={"plate": plate}, headers=headers)
    assert [UUID(each["case_id"]) for each in answer.json()["cases"]] == cases
    assert await looks(service, cases[0]) == [(Role.HQ, "hq-1", FINDS[path])]
    assert await looks(service, other) == []
