"""What ends HTTPS in front of the service is believed if it was named, and nobody else."""

from pathlib import Path
from typing import Final

import httpx

from tests.kit.serving import serving

SECURE: Final = {"x-forwarded-proto": "https"}
THERE: Final = {"production": True, "allowed_hosts": "127.0.0.1"}


async def test_the_proxy_that_was_named_says_what_came_by_https(
    database_url: str, tmp_path: Path
) -> None:
    async with (
        serving(database_url, tmp_path, **THERE, trusted_proxies="127.0.0.1") as (port, _),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http,
    ):
        secure = await http.get("/", headers=SECURE)
        assert secure.status_code == 200
        policy = secure.headers["strict-transport-security"]
        assert policy == "max-age=31536000; includeSubDomains"
        clear = await http.get("/services?lang=en")
        assert clear.status_code == 308
        assert clear.headers["location"] == "https://127.0.0.1/services?lang=en"
        form = {**SECURE, "origin": f"http://127.0.0.1:{port}"}
        assert (await http.post("/session/end", data={"x": "y"}, headers=form)).status_code == 403
        assert (await http.get("/health/ready", headers={"host": "10.0.0.7"})).status_code == 200


async def test_nobody_else_is_believed(database_url: str, tmp_path: Path) -> None:
    async with (
        serving(database_url, tmp_path, **THERE, trusted_proxies="10.0.0.5") as (port, _),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http,
    ):
        assert (await http.get("/", headers=SECURE)).status_code == 308
        assert (await http.get("/api/v1/services", headers=SECURE)).status_code == 403
        assert (await http.get("/", headers={"host": "evil.example"})).status_code == 421
