"""What the security log is told by the running service, and what the caller learns of it."""

import json
from typing import Any, Final
from uuid import uuid4

import httpx
import pytest
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api.demo_issuer import DemoIssuer
from api.gate import Gate
from domain.people import Role
from tests.kit.page_office import ID_NO, Opened
from tests.kit.security_lines import security_lines
from tests.kit.visitors import visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")

ELSEWHERE: Final = "410300"
UNKNOWN: Final = "0000-0000-0000-0"


def bearer(issuer: DemoIssuer, role: Role, office: str | None = None) -> dict[str, str]:
    token = issuer.token(role=role, subject=f"some-{role}", office=office)
    return {"authorization": f"Bearer {token}"}


def told(lines: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(line["code"], line["route"]) for line in lines]


async def test_who_may_not_use_a_route_or_see_a_stream_is_noted_with_where_he_came(
    office: Opened,
) -> None:
    address = f"/api/v1/cases/{office.case}"
    async with visiting(office) as http:
        with security_lines() as lines:
            applicant = bearer(office.issuer, Role.APPLICANT)
            assert (await http.get(address, headers=applicant)).status_code == 403
            clerk = bearer(office.issuer, Role.CLERK, ELSEWHERE)
            hidden = await http.get(address, headers=clerk)
            unknown = await http.get(f"/api/v1/cases/{uuid4()}", headers=clerk)
    assert (hidden.status_code, hidden.content) == (unknown.status_code, unknown.content)
    assert told(lines) == [
        ("role-refused", "GET /api/v1/cases/{case}"),
        ("stream-withheld", "GET /api/v1/cases/{case}"),
    ]
    assert lines[0]["by"] == {"role": "applicant", "id": "some-applicant"}
    assert lines[1]["by"] == {"role": "clerk", "id": "some-clerk", "office": ELSEWHERE}
    assert (lines[1]["kind"], lines[1]["stream"]) == ("case", str(office.case))


async def test_a_command_that_is_not_the_caller_s_is_noted_by_its_refusal(office: Opened) -> None:
    jiyuan = "/api/v1/prefectures/419001"
    hq = bearer(office.issuer, Role.HQ) | {"if-match": '"v0"'}
    other = bearer(office.issuer, Role.SUPERVISOR, ELSEWHERE) | {"if-match": "*"}
    classes = {"region": "419001", "region_class": 1}
    async with visiting(office) as http:
        classified = await http.post(f"{jiyuan}/classify-prefecture", headers=hq, json=classes)
        assert classified.status_code == 200, classified.text
        with security_lines() as lines:
            answer = await http.post(
                f"{jiyuan}/suspend-windows", headers=other, json={"effective_on": "2020-06-02"}
            )
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/not-the-detachment")
    assert told(lines) == [
        ("command-refused", "POST /api/v1/prefectures/{prefecture}/suspend-windows")
    ]
    assert lines[0]["refusal"] == "not-the-detachment"


@pytest.mark.parametrize(
    ("token", "code"),
    [
        ("x.y.z", "token-malformed"),
        ("", "token-malformed"),
        ("x" * 5_000, "token-malformed"),
    ],
)
async def test_a_token_that_is_none_is_noted_on_the_hottest_route_too(
    office: Opened, token: str, code: str
) -> None:
    async with visiting(office) as http:
        with security_lines() as lines:
            answer = await http.post(
                "/api/v1/applications", headers={"authorization": f"Bearer {token}"}, json={}
            )
            page = await http.get("/audit", headers={"cookie": f"__Host-cheguan={token or 'x'}"})
    assert (answer.status_code, page.status_code) == (401, 401)
    assert told(lines) == [(code, "POST /api/v1/applications"), (code, "GET /audit")]


async def test_a_failed_tracking_is_told_apart_in_the_log_and_nowhere_else(office: Opened) -> None:
    tried = [("misspelt", UNKNOWN, "1236"), ("wrong", office.reference, "1111")]
    async with visiting(office) as http:
        for why, reference, end in tried:
            with security_lines() as lines:
                asked = {"reference": reference, "last_four": end}
                answer = await http.post("/api/v1/tracking", json=asked)
                page = await http.post("/track", data=asked)
            assert (answer.status_code, page.status_code) == (404, 404)
            assert told(lines) == [
                ("tracking-failed", "POST /api/v1/tracking"),
                ("tracking-failed", "POST /track"),
            ]
            assert {line["why"] for line in lines} == {why}
            written = json.dumps(lines)
            assert reference not in written
            assert f'"{end}"' not in written


async def test_a_search_by_a_number_and_a_list_are_noted_without_the_number(
    office: Opened,
) -> None:
    clerk = bearer(office.issuer, Role.CLERK, "410100")
    async with visiting(office) as http:
        with security_lines() as lines:
            found = await http.post("/api/v1/cases/lookup", headers=clerk, json={"id_no": ID_NO})
            listed = await http.get("/api/v1/cases", headers=clerk)
    assert told(lines) == [
        ("person-looked-up", "POST /api/v1/cases/lookup"),
        ("streams-listed", "GET /api/v1/cases"),
    ]
    assert (lines[0]["purpose"], lines[0]["found"]) == ("idno", len(found.json()["cases"]))
    assert (lines[1]["kind"], lines[1]["lines"]) == ("case", len(listed.json()["cases"]))
    assert ID_NO not in json.dumps(lines)


async def test_who_signs_in_and_out_of_the_pages_is_noted(office: Opened) -> None:
    async with visiting(office) as browser:
        with security_lines() as lines:
            await browser.post("/session", data={"as": "auditor"})
            await browser.post("/session/end")
    assert told(lines) == [("signed-in", "POST /session"), ("signed-out", "POST /session/end")]
    assert lines[0]["role"] == "auditor"


async def test_who_is_told_to_come_later_is_noted_whoever_told_him() -> None:
    async def busy(scope: Scope, receive: Receive, send: Send) -> None:
        await Response(status_code=429)(scope, receive, send)

    transport = httpx.ASGITransport(Gate(busy))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        with security_lines() as lines:
            assert (await client.get("/page")).status_code == 429
    assert told(lines) == [("rate-limited", "GET")]
