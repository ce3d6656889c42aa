"""Attacks by what a body holds: too much, too deep, packed."""

import gzip
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack
from tests.hostile.requests import APPLICATIONS, head, json_post

_CHUNK: Final = b"10000\r\n" + b"9" * 65_536 + b"\r\n"


async def _huge(assault: Assault) -> None:
    """A body in chunks that does not say how long it is."""
    asking = assault.asking

    async def one(number: int) -> None:
        headers = {
            **asking.by_applicant(number),
            "Content-Type": "application/json",
            "Idempotency-Key": f"huge-{number}",
            "Transfer-Encoding": "chunked",
        }
        async with assault.line(number) as line:
            sent = 0
            with suppress(ConnectionError):
                await line.send(head(f"POST {APPLICATIONS}", headers))
                while sent < assault.size.bytes:
                    await line.send(_CHUNK)
                    sent += len(_CHUNK)
            for status in await line.statuses(1):
                assault.saw[str(status)] += 1
                assault.that(status in {400, 413, 429}, f"answered with {status}")
        assault.saw["cut off"] += sent < assault.size.bytes
        assault.that(sent < assault.size.bytes, "a body was taken whole")

    await assault.crowd(one)


def _corpus(size: int) -> Sequence[bytes]:
    return (
        b"[" * size,
        b'{"a":' * (size // 5) + b"1" + b"}" * (size // 5),
        b"9" * size,
        b"1e" + b"9" * (size - 2),
        b"-" + b"0" * size,
        b'{"a":' + b"1" * (size - 6) + b"}",
        b"{" + b",".join(b'"%d":1' % number for number in range(size // 9)) + b"}",
        b"{" + b'"a":1,' * (size // 6) + b'"a":1}',
        b'"' + b"\\u0000" * (size // 6) + b'"',
        b'"' + b"\\ud800" * (size // 6) + b'"',
        b"\xff\xfe" + "{}".encode("utf-16-le") * (size // 4),
        b'"' + b"\xf0\x9f" * (size // 2) + b'"',
        b'{"service":NaN}',
        b'{"service":' + b"[]," * (size // 3),
    )


async def _deep(assault: Assault) -> None:
    """Whatever a parser of JSON may stumble over. Each is the mistake of its sender."""
    asking, bodies = assault.asking, _corpus(assault.size.bytes)

    async def one(number: int) -> None:
        for turn, body in enumerate(bodies):
            key = {"Idempotency-Key": f"deep-{number}-{turn}"}
            request = json_post(APPLICATIONS, body, {**asking.by_applicant(number), **key})
            for status in await assault.sent(number, request):
                assault.that(400 <= status < 500, f"answered with {status}")

    await assault.crowd(one)


async def _gzip_bomb(assault: Assault) -> None:
    """Some kilobytes that would be megabytes if somebody unpacked them."""
    asking = assault.asking
    bomb = gzip.compress(b" " * assault.size.bytes)

    async def one(number: int) -> None:
        headers = {"Content-Encoding": "gzip", "Idempotency-Key": f"bomb-{number}"}
        request = json_post(APPLICATIONS, bomb, {**asking.by_applicant(number), **headers})
        for status in await assault.sent(number, request):
            assault.that(status in {400, 413, 415, 429}, f"answered with {status}")

    await assault.crowd(one)


BODIES: Final = (
    Attack(
        "huge body",
        "{size.bytes:,} bytes in chunks, whose length nobody has said.",
        "bytes of a body, counted as they come",
        _huge,
        full=Size(8, 200_000_000, 8),
        short=Size(2, 20_000_000, 0.6),
    ),
    Attack(
        "deep JSON and huge numbers",
        "Fourteen bodies of {size.bytes:,} bytes on which parsers stumble.",
        "depth, keys, digits and characters of JSON, before it is parsed",
        _deep,
        full=Size(8, 60_000, 8),
        short=Size(2, 60_000, 0.8),
        grows_mb=96,
    ),
    Attack(
        "gzip bomb",
        "A body that would be {size.bytes:,} bytes if it were unpacked.",
        "no encoding of a body is taken",
        _gzip_bomb,
        full=Size(8, 50_000_000),
        short=Size(2, 5_000_000, 0.5),
    ),
)
