"""Whoever was obeyed is told so: nothing is read behind a request before its answer."""

import asyncio
import json

import pytest
from starlette.types import Receive, Scope, Send

from api.problems import Problem
from cheguan.http.limits import WireLimits
from tests.kit.wire import GET, POST, Office, wired

WHOLE = POST + b"Content-Length: 2\r\n\r\n{}"
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"
AHEAD = [WHOLE, CHUNKED + b"2\r\n{}\r\n0\r\n\r\n"]
RUBBISH = [b"rubbish\r\n\r\n", b"\x00\xff\x16", b"GET / HTTP/9.9\r\n\r\n", b"{}" * 3_000]


@pytest.mark.parametrize("command", AHEAD)
@pytest.mark.parametrize("rubbish", RUBBISH)
async def test_rubbish_behind_a_command_is_refused_after_the_command_is_answered(
    command: bytes, rubbish: bytes
) -> None:
    office = Office()
    async with wired(office) as wire:
        client = await wire.client()
        first = await client.ask(command + rubbish)
        second = await client.answer()
        assert await client.ended() == b""
    assert (first.status, first.body) == (200, b"done /")
    assert second.status in (400, 505)
    assert second.headers["connection"] == "close"
    assert office.carried_out == [("POST", "/", b"{}")]


@pytest.mark.parametrize("rubbish", RUBBISH)
async def test_rubbish_that_comes_while_a_command_is_carried_out_changes_nothing(
    rubbish: bytes,
) -> None:
    office = Office()
    async with wired(office) as wire:
        client = await wire.client()
        await client.send(WHOLE.replace(b"POST /", b"POST /held"))
        await office.begun.wait()
        await client.send(rubbish)
        office.let.set()
        assert (await client.answer()).status == 200
        assert (await client.answer()).status in (400, 505)
    assert office.carried_out == [("POST", "/held", b"{}")]


async def test_a_request_whose_end_is_read_with_what_follows_is_answered_all_the_same() -> None:
    """The end of chunks may come in two parts, and where it lies is seen when it is parsed."""
    for parts in (1, 2, 3, 4):
        office = Office()
        async with wired(office) as wire:
            client = await wire.client()
            await client.send(CHUNKED + b"2\r\n{}\r\n0\r\n\r\n"[:-parts])
            await asyncio.sleep(0.01)
            await client.send(b"0\r\n\r\n"[-parts:] + GET % 1 + b"\x00")
            answers = [await client.answer() for _ in range(3)]
        assert [answer.status for answer in answers] == [200, 200, 400]


@pytest.mark.parametrize(
    "rubbish", [b"zz\r\n", b"1\r\n{}\r\n", b"-1\r\n", b"ffffffffffffffffff\r\n"]
)
async def test_a_body_that_breaks_is_refused_and_nothing_is_carried_out(rubbish: bytes) -> None:
    office = Office()
    async with wired(office) as wire:
        client = await wire.client()
        answer = await client.ask(CHUNKED + b"1\r\n{\r\n" + rubbish)
        assert answer.status == 400
        assert json.loads(answer.body)["type"] == "/problems/request-malformed"
        assert await client.ended() == b""
    assert not office.carried_out


async def test_requests_sent_ahead_are_answered_in_turn_and_one_at_a_time() -> None:
    office = Office()
    async with wired(office) as wire:
        client = await wire.client()
        await client.send(b"".join(GET % number for number in range(500)))
        for number in range(500):
            answer = await client.answer()
            assert answer.body == b"done /%d" % number
            assert len(office.scopes) <= number + 2
    assert len(office.carried_out) == 500


async def test_bodies_and_their_requests_may_come_in_any_pieces() -> None:
    whole = (WHOLE + CHUNKED + b"2\r\n{}\r\n0\r\n\r\n") * 2
    for size in (1, 3, 7, 50):
        office = Office()
        async with wired(office) as wire:
            client = await wire.client()
            for start in range(0, len(whole), size):
                await client.send(whole[start : start + size])
                await asyncio.sleep(0)
            for _ in range(4):
                assert (await client.answer()).status == 200
        assert office.carried_out == [("POST", "/", b"{}")] * 4


async def test_whoever_reads_nothing_is_not_read_on() -> None:
    office = Office(large=bytes(3_000_000))
    async with wired(office, WireLimits(unread_seconds=0.2)) as wire:
        client = await wire.client()
        client.pause_reading()
        await client.send(b"".join(GET % number for number in range(5_000)))
        await wire.emptied()
        assert len(office.scopes) < 20


async def test_trailers_are_no_headers_and_have_a_limit() -> None:
    office = Office()
    async with wired(office) as wire:
        body = CHUNKED + b"2\r\n{}\r\n0\r\n"
        answer = await wire.ask(body + b"Authorization: Bearer x\r\n\r\n")
        assert answer.status == 200
        assert b"authorization" not in dict(office.scopes[0]["headers"])
        client = await wire.client()
        client.writer.write(body + b"X-Pad: " + b"x" * 600_000)
        assert (await client.answer()).status == 400
    assert len(office.carried_out) == 1


async def test_the_frame_of_chunks_has_a_limit() -> None:
    office = Office()
    async with wired(office) as wire:
        client = await wire.client()
        client.writer.write(CHUNKED + b"1;" + b"x" * 600_000)
        assert (await client.answer()).status == 400
        tiny = b"1\r\n{\r\n" + b"1\r\n \r\n" * 9_000 + b"1\r\n}\r\n0\r\n\r\n"
        assert (await wire.ask(CHUNKED + tiny)).status == 200


async def test_a_look_at_the_head_leaves_the_connection_in_step() -> None:
    async with wired(Office()) as wire:
        client = await wire.client()
        await client.send((GET % 1).replace(b"GET", b"HEAD") + GET % 2)
        head = await client.reader.readuntil(b"\r\n\r\n")
        assert b"content-length: 7\r\n" in head
        assert (await client.answer()).body == b"done /2"


async def test_an_answer_is_not_lost_to_whoever_is_still_sending() -> None:
    async with wired(Office()) as wire:
        client = await wire.client()
        client.writer.write(POST + b"Content-Length: 900000\r\n\r\n" + bytes(900_000))
        assert (await client.answer()).status == 413


async def test_what_nobody_foresaw_is_a_problem_and_the_log_tells_no_word_of_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def fails(scope: Scope, receive: Receive, send: Send) -> None:
        raise ValueError("410102199003071230")

    async def says_nothing(scope: Scope, receive: Receive, send: Send) -> None:
        """As an application with a fault would."""

    for app in (fails, says_nothing):
        async with wired(app) as wire:
            answer = await wire.ask(GET % 1)
        assert answer.status == 500
        assert json.loads(answer.body)["type"] == "/problems/unforeseen"
    assert "unforeseen ValueError" in caplog.text
    assert "4101021990" not in caplog.text


async def test_a_body_that_nobody_asked_for_is_passed_over_and_the_connection_goes_on() -> None:
    office = Office()
    async with wired(office) as wire:
        client = await wire.client()
        head = POST.replace(b"POST /", b"POST /unread") + b"Content-Length: 60000\r\n\r\n"
        assert (await client.ask(head, bytes(20_000))).status == 401
        assert (await client.ask(bytes(40_000) + GET % 1)).body == b"done /1"


async def test_whoever_is_not_asked_for_the_body_he_announced_keeps_it() -> None:
    async with wired(Office()) as wire:
        client = await wire.client()
        head = POST.replace(b"POST /", b"POST /unread") + b"Content-Length: 60000\r\n"
        answer = await client.ask(head + b"Expect: 100-continue\r\n\r\n")
        assert (answer.status, answer.headers["connection"]) == (401, "close")
        assert await client.ended() == b""


async def test_a_body_that_is_asked_for_is_invited() -> None:
    async with wired(Office()) as wire:
        client = await wire.client()
        await client.send(POST + b"Content-Length: 2\r\nExpect: 100-continue\r\n\r\n")
        assert await client.reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
        assert (await client.ask(b"{}")).status == 200


async def test_what_an_upload_has_begun_is_answered_although_its_body_breaks() -> None:
    async def streams(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        try:
            while (message := await receive())["more_body"]:
                await send(
                    {"type": "http.response.body", "body": message["body"], "more_body": True}
                )
        except Problem as broken:
            await send({"type": "http.response.body", "body": broken.code.encode()})

    head = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/jsonl\r\n"
    async with wired(streams, bulk_paths={"/"}) as wire:
        client = await wire.client()
        await client.send(head + b"Transfer-Encoding: chunked\r\n\r\n3\r\n{}\n\r\nzz\r\n")
        told = await client.ended()
    assert b"\r\n{}\n\r\n" in told
    assert told.endswith(b"request-malformed\r\n0\r\n\r\n")
