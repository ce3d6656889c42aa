"""For any body: a good one passes unchanged, a bad one is a 4xx, and never a 5xx."""

import json
from typing import Any

import httpx
import pytest
from fastapi import FastAPI, Request
from hypothesis import example, given, settings
from hypothesis import strategies as st

from api.answers import install
from api.gate import Gate
from api.json_inspection import BodyRefused, inspect
from api.json_scan import check_json

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
leaves = (
    st.none()
    | st.booleans()
    | st.integers(-(10**19), 10**19)
    | st.floats(allow_nan=False, allow_infinity=False).map(lambda value: float(f"{value:.12g}"))
    | texts
)
documents = st.dictionaries(
    texts,
    st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=5) | st.dictionaries(texts, inner, max_size=5),
        max_leaves=30,
    ),
    max_size=8,
)
hostile = st.sampled_from(
    [
        b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", rb"\u0000", rb"\ud800", rb"\u003a",
        b"NaN", b"-Infinity", b"1e999", b"9" * 21, b'"a":1,"a":2,', b"[" * 50, b"{", b"}", b'"',
        b"\\", b":", b",", b"\n", b"1e5", b"0.5",
    ]
)  # fmt: skip


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    """A document as JSON with pieces cut out, doubled, and replaced by what hurts parsers."""
    body = json.dumps(draw(documents), ensure_ascii=draw(st.booleans())).encode()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(body)))
        end = draw(st.integers(start, min(len(body), start + 8)))
        middle = draw(hostile | st.binary(max_size=4) | st.just(body[start:end] * 2))
        body = body[:start] + middle + body[end:]
    return body


def application() -> FastAPI:
    app = FastAPI()
    install(app)
    app.add_middleware(Gate)

    @app.post("/api/v1/raw")
    async def raw(request: Request) -> dict[str, str]:
        return {"body": (await request.body()).decode()}

    @app.post("/api/v1/parsed")
    async def parsed(document: dict[str, Any]) -> dict[str, Any]:
        return document

    return app


APPLICATION = application()


async def post(path: str, body: bytes) -> httpx.Response:
    transport = httpx.ASGITransport(APPLICATION)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return await client.post(path, content=body, headers={"content-type": "application/json"})


def refused_by(reading: Any, body: bytes) -> bool:
    try:
        reading(body)
    except BodyRefused:
        return True
    return False


@given(documents, st.booleans(), st.sampled_from([None, 1]))
async def test_a_document_passes_unchanged(
    document: dict[str, Any], ascii_only: bool, indent: int | None
) -> None:
    text = json.dumps(document, ensure_ascii=ascii_only, indent=indent)
    answer = await post("/api/v1/raw", text.encode())
    assert answer.status_code == 200
    assert answer.json()["body"] == text


@given(mutations())
@example(b'{"a": 1, "a" : {"b": "\\u003a"}}')
@example(b"")
async def test_whatever_passes_can_be_parsed_and_answered(body: bytes) -> None:
    answer = await post("/api/v1/parsed", body)
    assert answer.status_code in ((200, 400) if body else (422,))
    if answer.status_code == 200:
        assert answer.json() == json.loads(body)
    else:
        assert answer.headers["content-type"] == "application/problem+json"


@given(mutations() | st.binary(max_size=40))
@settings(max_examples=300)
def test_the_quick_look_and_the_slow_reading_agree(body: bytes) -> None:
    assert refused_by(check_json, body) == refused_by(inspect, body)


@given(st.lists(st.tuples(texts, leaves), min_size=1, max_size=6), st.booleans())
def test_a_name_given_twice_is_always_found(
    members: list[tuple[str, object]], ascii_only: bool
) -> None:
    written = [
        f"{json.dumps(name, ensure_ascii=ascii_only)}:{json.dumps(value)}"
        for name, value in [*members, members[0]]
    ]
    with pytest.raises(BodyRefused):
        check_json(f"{{{','.join(written)}}}".encode())
