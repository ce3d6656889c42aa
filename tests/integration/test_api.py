"""What the API says of itself."""

import re

import pytest

from tests.kit.served import Service


@pytest.mark.parametrize("path", ["/health/live", "/health/ready", "/openapi.json"])
async def test_whoever_sends_requests_here_is_answered(service: Service, path: str) -> None:
    assert (await service.http.get(path)).status_code == 200


async def test_what_is_for_operators_is_not_told_to_everybody(service: Service) -> None:
    assert (await service.http.get("/metrics")).status_code == 404
    assert (await service.http.get("/health/ready")).json() == {"status": "ready"}


async def test_the_docs_page_asks_no_other_host(service: Service) -> None:
    page = await service.http.get("/docs")

    assert page.status_code == 200
    assert "https://" not in page.text
    policy = page.headers["content-security-policy"]
    assert "script-src 'self' 'sha256-" in policy
    assert "object-src 'none'" in policy
    loaded = re.findall(r'(?:src|href)="(/[^"]+)"', page.text)
    assert [(await service.http.get(path)).status_code for path in loaded] == [200, 200, 200]
    assert (await service.http.get("/docs/static/none.js")).status_code == 404
