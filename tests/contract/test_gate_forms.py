"""What the gate says to the fields of an HTML form: on the paths of forms, and nowhere else."""

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI, Request

from api.answers import install
from api.form_body import read_fields
from api.gate import Gate

SECRET = "410102199003071230"
FORM = [("content-type", "application/x-www-form-urlencoded")]


def application() -> FastAPI:
    app = FastAPI()
    install(app)
    app.add_middleware(Gate, form_paths={"/track"})

    @app.post("/track")
    async def track(request: Request) -> dict[str, str]:
        return read_fields(await request.body())

    @app.post("/api/v1/echo")
    async def echo(request: Request) -> dict[str, str]:
        return {"body": (await request.body()).decode()}

    return app


async def send(
    path: str,
    content: bytes | AsyncIterator[bytes],
    headers: list[tuple[str, str]] | None = None,
) -> httpx.Response:
    transport = httpx.ASGITransport(application())
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return await client.post(
            path, content=content, headers=FORM if headers is None else headers
        )


def code_of(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json"
    assert SECRET not in answer.text
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


async def test_the_fields_of_a_form_pass_on_its_path() -> None:
    answer = await send("/track", b"reference=+A+B+&q=%E8%B1%ABA")
    assert answer.json() == {"reference": "A B", "q": "豫A"}


@pytest.mark.parametrize("content_type", ["charset=utf-8", "charset=UTF-8"])
async def test_a_form_may_say_that_it_is_utf_8(content_type: str) -> None:
    headers = [("content-type", f"application/x-www-form-urlencoded; {content_type}")]
    assert (await send("/track", b"a=1", headers)).json() == {"a": "1"}


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (b"", {}),
        (b"a=", {"a": ""}),
        (b"a", {"a": ""}),
        (b"&a=1&&", {"a": "1"}),
        (b"a=b=c", {"a": "b=c"}),
    ],
)
async def test_empty_fields_are_fields(body: bytes, fields: dict[str, str]) -> None:
    assert (await send("/track", body)).json() == fields


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (f"id={SECRET}&id=2".encode(), "form-field-repeated"),
        (b"a=1&%61=2", "form-field-repeated"),
        (b"a=%00", "form-encoding"),
        (b"a=%ff", "form-encoding"),
        (b"a=%ED%A0%80", "form-encoding"),
        (b"a=%c3", "form-encoding"),
        (b"a=%zz", "form-encoding"),
        (b"a=%", "form-encoding"),
        (b"a=\x00", "form-encoding"),
        ("a=豫".encode(), "form-encoding"),
        (b"a=1\r\nb=2", "form-encoding"),
    ],
)
async def test_an_unreadable_form_is_refused(body: bytes, code: str) -> None:
    assert code_of(await send("/track", body)) == (400, code)


async def test_a_form_of_more_than_sixteen_kilobytes_is_refused_unread() -> None:
    assert (await send("/track", b"a=" + b"x" * 16_382)).status_code == 200
    answer = await send("/track", b"a=" + b"x" * 16_383)
    assert code_of(answer) == (413, "body-too-large")
    assert answer.headers["connection"] == "close"


async def test_a_form_that_announces_no_length_is_counted_as_it_comes() -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(50):
            yield b"x" * 400

    assert code_of(await send("/track", pieces())) == (413, "body-too-large")


@pytest.mark.parametrize("path", ["/api/v1/echo", "/track/", "/TRACK", "/elsewhere"])
async def test_a_form_is_not_supported_on_any_other_path(path: str) -> None:
    assert code_of(await send(path, b"a=1")) == (415, "media-type-unsupported")


@pytest.mark.parametrize(
    "content_type", ["application/json", "text/plain", "multipart/form-data; boundary=x"]
)
async def test_the_path_of_a_form_takes_nothing_but_forms(content_type: str) -> None:
    answer = await send("/track", b"{}", [("content-type", content_type)])
    assert code_of(answer) == (415, "media-type-unsupported")


async def test_a_form_in_another_character_set_is_not_supported() -> None:
    headers = [("content-type", "application/x-www-form-urlencoded; charset=gb18030")]
    assert code_of(await send("/track", b"a=1", headers)) == (415, "charset-unsupported")
