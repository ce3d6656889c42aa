"""What the gate says before it looks at JSON: address, headers, size, time, and half a body."""

import gzip
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI, Request

from api.answers import install
from api.gate import Gate
from api.limits import UploadLimits

SECRET = "410102199003071230"


def application() -> FastAPI:
    app = FastAPI()
    install(app)
    app.add_middleware(Gate, bulk_paths={"/api/v1/bulk"}, upload=UploadLimits(line_bytes=64))

    @app.post("/api/v1/echo")
    async def echo(request: Request) -> dict[str, str]:
        return {"body": (await request.body()).decode()}

    @app.post("/api/v1/bulk")
    async def bulk(request: Request) -> dict[str, int]:
        return {"bytes": sum([len(chunk) async for chunk in request.stream()])}

    @app.get("/api/v1/cases/{reference}")
    async def case(reference: str) -> dict[str, str]:
        return {"reference": reference}

    @app.get("/cookies")
    async def cookies(request: Request) -> dict[str, str]:
        return request.cookies

    @app.get("/page")
    async def page() -> str:
        return "page"

    return app


async def send(
    method: str,
    path: str,
    content: bytes | AsyncIterator[bytes] | None = None,
    headers: list[tuple[str, str]] | None = None,
) -> httpx.Response:
    transport = httpx.ASGITransport(application())
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return await client.request(method, path, content=content, headers=headers)


def code_of(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json"
    assert SECRET not in answer.text
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


@pytest.mark.parametrize(
    "content_type",
    [
        "application/json",
        "application/json; charset=utf-8",
        'Application/JSON;charset="UTF-8"',
    ],
)
async def test_json_in_utf_8_passes(content_type: str) -> None:
    answer = await send("POST", "/api/v1/echo", b'{"a":1}', [("content-type", content_type)])
    assert answer.json() == {"body": '{"a":1}'}


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ([], "media-type-unsupported"),
        ([("content-type", "")], "media-type-unsupported"),
        ([("content-type", "text/plain")], "media-type-unsupported"),
        ([("content-type", "application/x-www-form-urlencoded")], "media-type-unsupported"),
        ([("content-type", "application/jsonl")], "media-type-unsupported"),
        ([("content-type", "application/json")] * 2, "media-type-unsupported"),
        ([("content-type", "application/json; charset=utf-16")], "charset-unsupported"),
        ([("content-type", "application/json;charset=gb18030")], "charset-unsupported"),
        (
            [("content-type", "application/json"), ("content-encoding", "gzip")],
            "encoding-unsupported",
        ),
    ],
)
async def test_any_other_kind_of_body_is_not_supported(
    headers: list[tuple[str, str]], code: str
) -> None:
    answer = await send("POST", "/api/v1/echo", gzip.compress(b"{}"), headers)
    assert code_of(answer) == (415, code)
    assert answer.headers["connection"] == "close"


async def test_a_request_without_a_body_needs_no_content_type() -> None:
    assert (await send("POST", "/api/v1/echo")).json() == {"body": ""}


@pytest.mark.parametrize("method", ["GET", "DELETE", "OPTIONS", "PROPFIND"])
async def test_a_method_without_a_body_must_not_bring_one(method: str) -> None:
    answer = await send(
        method, "/api/v1/cases/X", b"{}", headers=[("content-type", "application/json")]
    )
    assert code_of(answer) == (400, "body-unexpected")


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/v1/cases/%00", 400, "url-invalid"),
        ("/api/v1/cases/%ff", 400, "url-invalid"),
        ("/api/v1/cases/%ED%A0%80", 400, "url-invalid"),
        ("/api/v1/cases/X?q=%00", 400, "url-invalid"),
        ("/api/v1/cases/X?q=%c3", 400, "url-invalid"),
        (f"/api/v1/cases/{SECRET}?q=%ff", 400, "url-invalid"),
        ("/api/v1/cases?queue=all&queue=review", 400, "parameter-repeated"),
        ("/api/v1/cases?queue=all&&%71ueue=review", 400, "parameter-repeated"),
        ("/api/v1/cases/" + "x" * 2_048, 414, "url-too-long"),
        ("/api/v1/cases/X?q=" + "x" * 2_048, 414, "url-too-long"),
    ],
)
async def test_an_unreadable_address_is_refused(path: str, status: int, code: str) -> None:
    assert code_of(await send("GET", path)) == (status, code)


async def test_an_address_in_chinese_passes() -> None:
    answer = await send("GET", "/api/v1/cases/豫A12345?q=%E8%B1%AB+%2B")
    assert answer.json() == {"reference": "豫A12345"}


async def test_a_body_announced_as_too_large_is_refused_unread() -> None:
    answer = await send(
        "POST", "/api/v1/echo", b"x" * 65_537, [("content-type", "application/json")]
    )
    assert code_of(answer) == (413, "body-too-large")
    assert answer.headers["connection"] == "close"


async def test_lines_pass_on_a_bulk_path_and_are_measured_one_by_one() -> None:
    async def lines() -> AsyncIterator[bytes]:
        for _ in range(4_000):
            yield b'{"a":"' + b"x" * 56 + b'"'
            yield b'}\n{"b":1}\n'

    kind = [("content-type", "application/jsonl")]
    answer = await send("POST", "/api/v1/bulk", lines(), kind)
    assert answer.json() == {"bytes": 4_000 * 73}


@pytest.mark.parametrize("chunks", [[b"x" * 65], [b"x" * 40, b"x" * 25], [b"{}\n", b"y" * 65]])
async def test_a_line_that_is_too_long_ends_a_bulk_body(chunks: list[bytes]) -> None:
    async def lines() -> AsyncIterator[bytes]:
        for chunk in chunks:
            yield chunk

    answer = await send("POST", "/api/v1/bulk", lines(), [("content-type", "application/jsonl")])
    assert code_of(answer) == (413, "line-too-long")


async def test_cookies_in_quotes_come_to_no_reader() -> None:
    """Python takes their quotes away in a time that grows with the square of their length."""
    quoted = 'a="' + "\\1" * 4_000 + '"'
    headers = [("cookie", f"lang=en; {quoted}; size=large"), ("cookie", quoted)]
    assert (await send("GET", "/cookies", headers=headers)).json() == {
        "lang": "en",
        "size": "large",
    }


async def test_a_look_at_the_head_is_a_look_without_the_body() -> None:
    looked, seen = await send("HEAD", "/page"), await send("GET", "/page")
    assert (looked.status_code, looked.content) == (200, b"")
    assert looked.headers == seen.headers
    assert (await send("HEAD", "/nowhere")).status_code == 404
    assert (await send("HEAD", "/api/v1/bulk")).status_code == 405


async def test_who_may_read_may_look_at_the_head() -> None:
    answer = await send("DELETE", "/page")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", ["/page", "/nowhere", "/api/v1/cases/X", "/page?%00"])
async def test_every_answer_carries_the_security_headers(path: str) -> None:
    headers = (await send("GET", path)).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["content-security-policy"].startswith("default-src 'self';")
    assert headers.get("cache-control") == ("no-store" if path.startswith("/api/") else None)


@pytest.mark.parametrize(
    ("accept", "title"),
    [
        (None, "不支持的内容类型"),
        ("fr", "不支持的内容类型"),
        ("en-GB,zh;q=0.5", "Unsupported media type"),
    ],
)
async def test_a_refusal_speaks_the_language_of_the_caller(accept: str | None, title: str) -> None:
    headers = [("accept-language", accept)] if accept else []
    assert (await send("POST", "/api/v1/echo", b"x", headers)).json()["title"] == title
