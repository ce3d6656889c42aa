"""The service is reached under its names, and in earnest by https alone."""

import httpx
import pytest
from starlette.responses import PlainTextResponse

from api.public_address import AtPublicAddress, PublicAddress

NAMES = frozenset({"cheguan.example", "127.0.0.1", "::1"})
SERVED = PlainTextResponse("served")
HERE = AtPublicAddress(SERVED, PublicAddress(NAMES))
IN_EARNEST = AtPublicAddress(SERVED, PublicAddress(NAMES, https=True, hsts_s=60))


async def asked(
    app: AtPublicAddress, method: str, url: str, host: str | None = None
) -> httpx.Response:
    headers = {} if host is None else {"host": host}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app)) as http:
        return await http.request(method, url, headers=headers)


@pytest.mark.parametrize(
    "host", ["cheguan.example", "CHEGUAN.example:8443", "127.0.0.1:8000", "[::1]:8000", "[::1]"]
)
async def test_its_own_names_are_served_whatever_the_port(host: str) -> None:
    answer = await asked(HERE, "POST", "http://x/track", host)
    assert (answer.status_code, answer.text) == (200, "served")
    assert "strict-transport-security" not in answer.headers


@pytest.mark.parametrize(
    "host",
    ["evil.example", "cheguan.example.evil.example", "cheguan.example@evil.example", "", "[::1"],
)
async def test_any_other_name_is_refused(host: str) -> None:
    answer = await asked(HERE, "GET", "http://x/", host)
    assert answer.status_code == 421
    assert answer.json()["type"] == "/problems/host-unknown"
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_a_page_in_the_clear_shows_the_way_and_remembers_nothing() -> None:
    answer = await asked(IN_EARNEST, "GET", "http://cheguan.example:80/services/a%20b?x=%E4%BA%AC")
    assert answer.status_code == 308
    assert answer.headers["location"] == "https://cheguan.example/services/a%20b?x=%E4%BA%AC"
    assert "strict-transport-security" not in answer.headers


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/api/v1/cases"), ("POST", "/track"), ("DELETE", "/x")]
)
async def test_what_may_have_been_read_on_the_way_is_refused(method: str, path: str) -> None:
    answer = await asked(IN_EARNEST, method, f"http://cheguan.example{path}")
    assert answer.status_code == 403
    assert answer.json()["type"] == "/problems/https-required"


async def test_by_https_it_is_served_and_the_browser_told_to_stay_there() -> None:
    answer = await asked(IN_EARNEST, "POST", "https://cheguan.example/track")
    assert answer.status_code == 200
    assert answer.headers["strict-transport-security"] == "max-age=60; includeSubDomains"


async def test_load_balancers_ask_by_any_name() -> None:
    answer = await asked(IN_EARNEST, "GET", "http://10.0.0.7:8000/health/ready")
    assert answer.status_code == 200
