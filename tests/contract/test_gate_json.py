"""Which JSON passes the gate, and which rule refuses the rest, seen through the application."""

import json

import httpx
import pytest
from fastapi import FastAPI, Request

from api.answers import install
from api.gate import Gate
from api.json_inspection import BodyRefused, inspect
from api.json_scan import check_json

SECRET = "410102199003071230"


def application() -> FastAPI:
    app = FastAPI()
    install(app)
    app.add_middleware(Gate)

    @app.post("/api/v1/echo")
    async def echo(request: Request) -> dict[str, str]:
        return {"body": (await request.body()).decode()}

    return app


async def post(body: bytes) -> httpx.Response:
    transport = httpx.ASGITransport(application())
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return await client.post(
            "/api/v1/echo", content=body, headers={"content-type": "application/json"}
        )


GOOD = [
    b"{}",
    b' \r\n\t{"a" : [1, -0.5e3, true, false, null, ""] } \n',
    '{"name":"李明","plate":"豫A12345","smile":"😀"}'.encode(),
    rb'{"name":"\u674e\u660e","smile":"\ud83d\ude00","slash":"\/","colon":"\u003a"}',
    rb'{"not an escape":"\\u0000 \\ud800"}',
    b'{"integer":12345678901234567890,"fraction":1234567890.1234567890}',
    b'{"digest":"' + b"0123456789" * 6 + b'"}',
    b'{"a":' + b"[" * 19 + b"]" * 19 + b"}",
    b'{"brackets":"' + b"[{" * 40 + b'"}',
    b'{"colons":"' + b":" * 4_000 + b'"}',
    b'{"long":"' + b"x" * 8_192 + b'"}',
    b'{"a":[' + b"0," * 4_997 + b"0]}",
    json.dumps({f"k{number}": number for number in range(2_000)}).encode(),
    b'{"a":{"x":1},"b":{"x":1}}',
]

BAD: list[tuple[bytes, str, str | None]] = [
    (b'{"a":NaN}', "number-range", "/a"),
    (b'{"a":[0,-Infinity]}', "number-range", "/a/1"),
    (b'{"a":1e999}', "number-range", "/a"),
    (b'{"a":123456789012345678901}', "number-length", "/a"),
    (b'{"a":1234567890.12345678901}', "number-length", "/a"),
    (b'{"a":' + b"9" * 60_000 + b"}", "number-length", "/a"),
    (rb'{"a":{"b":"x\u0000y"}}', "nul", "/a/b"),
    (b'{"a":"x\x00y"}', "nul", None),
    (rb'{"a":["\ud800"]}', "surrogate", "/a/0"),
    (rb'{"a":"\udc00\ud800"}', "surrogate", "/a"),
    (rb'{"\ud800":1}', "surrogate", ""),
    (b'{"a":"\xed\xa0\x80"}', "encoding", None),
    (b'{"a":"\xff"}', "encoding", None),
    (b'{"a":"\xc0\x80"}', "encoding", None),
    (b"\xef\xbb\xbf{}", "encoding", None),
    ('{"a":1}'.encode("utf-16"), "encoding", None),
    ('{"a":1}'.encode("utf-16-le"), "nul", None),
    (b'{"a":1,"a":1}', "duplicate-key", "/a"),
    (b'{"a":[{"b":1,"c":2,"b":3}]}', "duplicate-key", "/a/0/b"),
    (rb'{"a":1,"\u0061":1}', "duplicate-key", "/a"),
    (rb'{"a":1,"a":"\u003a"}', "duplicate-key", "/a"),
    (b'{"a":' + b"[" * 20 + b"]" * 20 + b"}", "depth", "/a" + "/0" * 18),
    (b'{"a":' * 50 + b"1" + b"}" * 50, "depth", "/a" * 19),
    (b'{"a":' + b"[" * 30_000 + b"]" * 30_000 + b"}", "depth", None),
    (b"[" * 60_000, "depth", None),
    (json.dumps({f"k{number}": 0 for number in range(2_001)}).encode(), "keys", None),
    (b'{"a":[' + b"0," * 32_000 + b"0]}", "values", None),
    (b'{"a":[' + b"[]," * 20_000 + b"[]]}", "values", None),
    (b'{"a":"' + b"x" * 8_193 + b'"}', "string-length", "/a"),
    (b'{"a":"' + "汉".encode() * 2_731 + b'"}', "string-length", "/a"),
    (b"[]", "not-an-object", None),
    (b"null", "not-an-object", None),
    (b'"text"', "not-an-object", None),
    (b'{"a":1', "syntax", None),
    (b'{"a":1}{"a":2}', "syntax", None),
    (b"{'a':1}", "syntax", None),
    (b'{"a":01}', "syntax", None),
    (b'{"a":"\n"}', "syntax", None),
    (b"a=1&b=2", "syntax", None),
    (f'{{"{SECRET}":NaN}}'.encode(), "number-range", ""),
    (f'{{"a":["{SECRET}",NaN]}}'.encode(), "number-range", "/a/1"),
]


def label(body: object) -> str:
    return repr(body)[:40] if isinstance(body, bytes) else ""


@pytest.mark.parametrize("body", GOOD, ids=label)
async def test_a_good_body_reaches_the_route_byte_for_byte(body: bytes) -> None:
    answer = await post(body)
    assert answer.status_code == 200
    assert answer.json() == {"body": body.decode()}


@pytest.mark.parametrize(("body", "rule", "pointer"), BAD, ids=label)
async def test_a_bad_body_is_refused_with_its_rule(
    body: bytes, rule: str, pointer: str | None
) -> None:
    answer = await post(body)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["type"] == f"/problems/json-{rule}"
    assert problem.get("pointer") == pointer
    assert SECRET not in answer.text


@pytest.mark.parametrize("body", GOOD, ids=label)
def test_the_slow_reading_agrees_about_good_bodies(body: bytes) -> None:
    inspect(body)


@pytest.mark.parametrize(("body", "rule", "_pointer"), BAD, ids=label)
def test_a_line_of_a_bulk_body_is_held_to_the_same_rules(
    body: bytes, rule: str, _pointer: str | None
) -> None:
    with pytest.raises(BodyRefused) as refused:
        check_json(body)
    assert refused.value.rule == rule
