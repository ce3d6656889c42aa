"""Attacks by what HTTP/1.1 forbids, or by what a hasty client may send."""

import asyncio
from typing import Final

from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack
from tests.hostile.requests import APPLICATIONS, head, json_post

_OLD: Final = b"GET /health/live HTTP/1.1\r\n"
_TOO_MANY: Final = 429
_POST: Final = b"POST /track HTTP/1.1\r\nHost: 127.0.0.1\r\n"
_CHUNKED: Final = b"Transfer-Encoding: chunked\r\n"
_LAST: Final = b"\r\n0\r\n\r\n"
_RIGHT: Final = (
    (_OLD + b"\r\n", {400}, "no Host"),
    (_OLD + b"Host: a\r\nHost: b\r\n\r\n", {400}, "two Hosts"),
    (_POST + b"Transfer-Encoding: gzip, chunked\r\n" + _LAST, {501}, "a gzip on its way"),
    (_POST + _CHUNKED + _CHUNKED + _LAST, {400, 501}, "chunks of chunks"),
    (_POST + _CHUNKED + b"Content-Length: 5\r\n" + _LAST, {400}, "a length and chunks"),
    (_POST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\naa", {400}, "two lengths"),
    (_POST + b"Content-Length: -1\r\n\r\n", {400}, "a length below nothing"),
    (_POST + b"Content-Length : 0\r\n\r\n", {400}, "a blank before a colon"),
    (_POST + b"X-A: a\r\n b\r\nContent-Length: 0\r\n\r\n", {400}, "a folded line"),
    (_POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", {400, 415}, "a chunk without a length"),
    (b"GET /track\r\n\r\n", {400, 505}, "HTTP/0.9"),
    (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400, 505}, "HTTP/2"),
    (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(32), {400}, "TLS"),
    (head("HEAD /track"), {200}, "HEAD of a page"),
    (head("HEAD /"), {200}, "HEAD of the first page"),
    (head("TRACE /track"), {405, 501}, "TRACE"),
    (head("BREW /track"), {400, 405, 501}, "an unknown method"),
)
"""What is sent, what may be answered (RFC 9112 sections 3.2, 6.1 and 6.3, RFC 9110 section 9)."""


async def _forbidden(assault: Assault) -> None:
    async def one(number: int) -> None:
        for request, right, words in _RIGHT:
            found = await assault.sent(number, request)
            expected = set(found) <= right | {_TOO_MANY}
            assault.that(expected, f"{words} is answered with {found}")

    await assault.crowd(one)


async def _rubbish_behind(assault: Assault) -> None:
    """A command is carried out, whatever follows it, and so its answer is the true one."""
    asking = assault.asking

    async def one(number: int) -> None:
        command = asking.submission(next(asking.numbers))
        found = await assault.sent(number, command + b"\x00\xff rubbish\r\n\r\n")
        assault.that(
            found in ([201], [_TOO_MANY]),
            f"a command with rubbish behind it is answered with {found}",
        )

    await assault.crowd(one)


async def _at_once(assault: Assault) -> None:
    """One key for many requests at once, half of them with the same body (a double click)."""
    asking = assault.asking

    async def one(number: int) -> None:
        first, other = (asking.submission(next(asking.numbers)) for _ in range(2))
        body = first.partition(b"\r\n\r\n")[2], other.partition(b"\r\n\r\n")[2]
        key = {"Idempotency-Key": f"double-{next(asking.numbers)}"}
        who = asking.by_applicant(number)
        requests = [json_post(APPLICATIONS, one, {**who, **key}) for one in body * 4]
        answers = await asyncio.gather(*(assault.ask(number, request) for request in requests))
        cases = {answer.content["id"] for answer in answers if answer.status == 201}
        right = {201, 422, 429, 503}
        for status in {answer.status for answer in answers} - right:
            assault.that(False, f"answered with {status}")
        assault.that(len(cases) <= 1, f"one key made {len(cases)} cases")

    await assault.crowd(one)


WIRE: Final = (
    Attack(
        "forbidden framing",
        "Sixteen requests that RFC 9112 forbids or does not know, and HEAD of pages.",
        "RFC 9112 is kept",
        _forbidden,
        full=Size(8, 0, 8),
        short=Size(2, 0, 1.0),
    ),
    Attack(
        "rubbish behind a command",
        "{size.attackers} applications with something behind them that is no request.",
        "the answer under way is finished first",
        _rubbish_behind,
        full=Size(8, 0, 6),
        short=Size(2, 0, 0.6),
    ),
    Attack(
        "one key, many requests",
        "Eight requests at once with one key and two bodies, from {size.attackers} clients.",
        "the fingerprint of a request, in the command log",
        _at_once,
        full=Size(6, 0, 6),
        short=Size(2, 0, 0.6),
    ),
)
