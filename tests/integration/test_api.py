"""What the API says of itself."""

import re

import pytest

from tests.kit.served import Service


@pytest.mark.parametrize("path", ["/health/live", "/health/ready", "/metrics", "/openapi.json"])
async def test_the_operator_s_addresses_answer(service: Service, path: str) -> None:
    assert (await service.http.get(path)).status_code == 200


async def test_it_says_how_far_behind_the_reactions_are(service: Service) -> None:
    await service.submit(await service.example("plate_reissue"), "lag")
    ready = (await service.http.get("/health/ready")).json()
    assert ready["reactions"]["order_paid"] == {
        "position": 0,
        "behind": 3,
        "postponed": 0,
        "given_up": 0,
        "stopped": None,
    }
    metrics = (await service.http.get("/metrics")).text
    assert 'cheguan_reaction_behind_events{reaction="order_paid"} 3.0' in metrics
    assert 'cheguan_reaction_stopped{reaction="order_paid"} 0.0' in metrics


async def test_the_docs_page_asks_no_other_host(service: Service) -> None:
    page = await service.http.get("/docs")

    assert page.status_code == 200
    assert "https://" not in page.text
    assert "script-src 'self' 'sha256-" in page.headers["content-security-policy"]
    loaded = re.findall(r'(?:src|href)="(/[^"]+)"', page.text)
    assert [(await service.http.get(path)).status_code for path in loaded] == [200, 200, 200]
    assert (await service.http.get("/docs/static/none.js")).status_code == 404
