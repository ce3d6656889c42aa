"""What the preconditions of a look are answered with, whatever route it asks (RFC 9110 §13)."""

import httpx
import pytest
from fastapi import FastAPI
from starlette.responses import Response

from api.answers import install
from api.gate import Gate


def application() -> FastAPI:
    app = FastAPI()
    install(app)
    app.add_middleware(Gate)

    @app.get("/api/v1/tagged")
    async def tagged() -> Response:
        return Response(b'{"a":1}', headers={"etag": '"v3"'}, media_type="application/json")

    @app.get("/api/v1/weak")
    async def weak() -> Response:
        return Response(b"a", headers={"etag": 'W/"v3"'})

    @app.get("/api/v1/plain")
    async def plain() -> str:
        return "plain"

    @app.get("/api/v1/absent")
    async def absent() -> Response:
        return Response(status_code=404, headers={"etag": '"v3"'})

    return app


async def look(path: str, *headers: tuple[str, str]) -> httpx.Response:
    transport = httpx.ASGITransport(application())
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return await client.get(f"/api/v1/{path}", headers=list(headers))


@pytest.mark.parametrize("sent", ['"v3"', 'W/"v3"', '"v2", "v3"', "*", ',W/"v3",'])
async def test_what_the_caller_has_is_not_sent_again(sent: str) -> None:
    answer = await look("tagged", ("if-none-match", sent))
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["etag"] == '"v3"'
    assert answer.headers["cache-control"] == "no-store"
    assert "content-length" not in answer.headers
    assert "content-type" not in answer.headers


@pytest.mark.parametrize("sent", ['"v2"', '"V3"', '"v2", W/"v4"', '""'])
async def test_what_the_caller_has_not_is_sent(sent: str) -> None:
    answer = await look("tagged", ("if-none-match", sent))
    assert (answer.status_code, answer.json()) == (200, {"a": 1})


async def test_the_lines_of_a_list_are_one_list() -> None:
    lines = ("if-none-match", '"v1"'), ("if-none-match", '"v3"')
    assert (await look("tagged", *lines)).status_code == 304


@pytest.mark.parametrize(
    ("path", "sent", "status"),
    [
        ("tagged", '"v3"', 200),
        ("tagged", "*", 200),
        ("tagged", '"v2"', 412),
        ("tagged", 'W/"v3"', 412),
        ("weak", '"v3"', 412),
        ("weak", 'W/"v3"', 412),
        ("absent", '"v2"', 404),
        ("plain", '"v2"', 200),
    ],
)
async def test_a_look_at_one_version_shows_no_other(path: str, sent: str, status: int) -> None:
    answer = await look(path, ("if-match", sent), ("accept-language", "en"))
    assert answer.status_code == status
    if status == 412:
        assert answer.json()["title"] == "Changed in the meantime"


async def test_if_match_comes_before_if_none_match() -> None:
    answer = await look("tagged", ("if-match", '"v2"'), ("if-none-match", '"v3"'))
    assert answer.status_code == 412


@pytest.mark.parametrize("name", ["if-match", "if-none-match"])
async def test_what_is_no_list_of_tags_is_a_bad_request(name: str) -> None:
    answer = await look("tagged", (name, "v3"))
    assert (answer.status_code, answer.json()["type"]) == (400, f"/problems/{name}-invalid")


async def test_two_lines_of_languages_are_weighed_together() -> None:
    languages = ("accept-language", "zh;q=0.1"), ("accept-language", "en")
    refused = await look("tagged", ("if-match", "v3"), *languages)
    assert refused.json()["title"] == "If-Match not valid"
