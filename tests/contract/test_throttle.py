"""One client does not take the whole service, and nobody pays for another."""

from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest
from fastapi import Depends, FastAPI
from starlette.requests import Request
from starlette.types import Message

from api.answers import install
from api.demo_issuer import ISSUER, DemoIssuer
from api.identity import TokenVerifier
from api.pages.kit.officer import COOKIE
from api.permissions import public, require
from api.rates.general import ANONYMOUS, APPLICANT, GeneralRates, RateGrant
from api.throttle import Throttle
from domain.people import Role
from tests.kit.page_office import Opened
from tests.kit.security_lines import security_lines

RATES = GeneralRates(
    [
        *(
            RateGrant(burst=20, refill_s=20_000, network=network)
            for network in ("203.0.113.0/24", "198.51.100.0/24", "2001:db8::/32")
        ),
        *(
            RateGrant(burst=6, refill_s=6_000, role=Role.APPLICANT, subject=subject)
            for subject in ("one", "other")
        ),
    ]
)
"""An address may ask 20 times at once, an applicant 6 times, and no test lasts for a token."""


class Site:
    """A small application behind its limits."""

    def __init__(self, secrets: Path) -> None:
        self.issuer = DemoIssuer(secrets)
        app = FastAPI(openapi_url=None)
        install(app)
        app.state.verifier = TokenVerifier(issuer=ISSUER, keys=self.issuer, offices={"410100"})

        @app.get("/mine", dependencies=[Depends(require(Role.APPLICANT, Role.CLERK))])
        async def mine() -> str:
            return "mine"

        @app.get("/page", dependencies=[Depends(public())])
        async def page(request: Request) -> bool:
            return bool(await request.app.state.verifier.identify(_cookie(request)))

        @app.get("/health/live", dependencies=[Depends(public())])
        async def live() -> str:
            return "live"

        self.front = Throttle(app, app, RATES)

    async def ask(
        self, path: str, times: int = 1, *, address: str = "203.0.113.7", **headers: str
    ) -> list[httpx.Response]:
        transport = httpx.ASGITransport(self.front, client=(address, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return [await client.get(path, headers=headers) for _ in range(times)]

    def bearer(self, subject: str) -> str:
        return f"Bearer {self.issuer.token(role=Role.APPLICANT, subject=subject)}"


def _cookie(request: Request) -> bytes:
    return request.headers["cookie"].partition("=")[2].encode()


def statuses(answers: Sequence[httpx.Response]) -> list[int]:
    return [answer.status_code for answer in answers]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


async def test_an_address_that_asks_too_often_is_told_when_to_come_again(site: Site) -> None:
    answers = await site.ask("/none", 21)
    refused = answers[20]
    assert statuses(answers) == [404] * 20 + [429]
    assert refused.json()["type"] == "/problems/too-many-requests"
    assert refused.json()["violated-policies"] == ["anonymous"]
    assert refused.headers["ratelimit-policy"] == '"anonymous";q=20;w=20000'
    assert refused.headers["ratelimit"].startswith('"anonymous";r=0;t=')
    assert 990 <= int(refused.headers["retry-after"]) <= 1_100
    assert refused.headers["x-content-type-options"] == "nosniff"
    assert statuses(await site.ask("/none", address="203.0.113.8")) == [404]


async def test_a_subscriber_of_ipv6_is_one_whatever_address_he_takes(site: Site) -> None:
    for number in range(20):
        await site.ask("/none", address=f"2001:db8:1:2::{number:x}")
    assert statuses(await site.ask("/none", address="2001:db8:1:2:ffff::1")) == [429]
    assert statuses(await site.ask("/none", address="2001:db8:1:3::1")) == [404]


async def test_who_has_signed_in_is_measured_by_who_he_is(site: Site) -> None:
    one, other = site.bearer("one"), site.bearer("other")
    assert statuses(await site.ask("/mine", authorization=one)) == [200]
    assert statuses(await site.ask("/mine", authorization=other)) == [200]
    await site.ask("/none", 30)
    mine = await site.ask("/mine", 7, authorization=one)
    elsewhere = await site.ask("/mine", address="198.51.100.1", authorization=one)
    assert statuses(mine) == [200] * 6 + [429]
    assert mine[6].json()["violated-policies"] == ["applicant"]
    assert statuses(elsewhere) == [429]
    assert statuses(await site.ask("/mine", authorization=other)) == [200]


async def test_an_officer_on_a_page_is_known_by_his_cookie(site: Site) -> None:
    token = site.issuer.token(role=Role.CLERK, subject="clerk", office="410100")
    cookie = f"{COOKIE}={token}"
    assert statuses(await site.ask("/page", cookie=cookie)) == [200]
    await site.ask("/none", 30)
    assert statuses(await site.ask("/page", cookie=cookie)) == [200]


@pytest.mark.parametrize(
    "authorization", ["Bearer x.y.z", "Bearer", "Basic dTpw", "Bearer " + "x" * 9_000]
)
async def test_a_token_that_nobody_believes_costs_its_address(
    site: Site, authorization: str
) -> None:
    answers = await site.ask("/mine", 21, authorization=authorization)
    assert statuses(answers) == [401] * 20 + [429]


async def test_health_is_never_refused(site: Site) -> None:
    await site.ask("/none", 30)
    assert statuses(await site.ask("/health/live", 30)) == [200] * 30


async def test_whoever_has_little_left_is_told_so(site: Site) -> None:
    answers = await site.ask("/none", 20)
    assert "ratelimit" not in answers[0].headers
    assert answers[-1].headers["ratelimit"].startswith('"anonymous";r=0;t=')
    assert answers[-1].headers["ratelimit-policy"] == '"anonymous";q=20;w=20000'


async def test_a_person_is_told_on_a_page_in_chinese_first(site: Site) -> None:
    (refused,) = (await site.ask("/none", 21, accept="text/html,*/*"))[20:]
    assert refused.headers["content-type"] == "text/html; charset=utf-8"
    wait = refused.headers["retry-after"]
    zh, en = f"请在 {wait} 秒后再试", f"try again in {wait} seconds"
    assert 0 < refused.text.index(zh) < refused.text.index(en)
    (problem,) = await site.ask("/api/v1/none", accept="text/html")
    assert problem.headers["content-type"] == "application/problem+json"


async def test_nothing_of_a_refused_request_is_read_and_it_is_noted(site: Site) -> None:
    await site.ask("/none", 20)
    sent: list[Message] = []

    async def receive() -> Message:
        raise AssertionError("the body was asked for")

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        **{"type": "http", "method": "POST", "path": "/mine", "query_string": b""},
        **{"headers": [], "client": ("203.0.113.7", 1)},
    }
    with security_lines() as lines:
        await site.front(scope, receive, send)
    assert sent[0]["status"] == 429
    assert [(line["code"], line["network"]) for line in lines] == [
        ("rate-limited", "203.0.113.0/24")
    ]


def test_it_stands_in_front_of_every_route(office: Opened) -> None:
    assert isinstance(office.front, Throttle)


def test_no_person_meets_a_limit_by_looking_again_and_again() -> None:
    for bucket in (ANONYMOUS, APPLICANT):
        assert bucket.burst / bucket.refill_s >= 20
