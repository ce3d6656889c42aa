"""A server that serves whatever comes is told apart from one that withstands an attack."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest

from tests.faults.cluster import Cluster
from tests.faults.wire import HOST
from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack
from tests.hostile.body_attacks import BODIES
from tests.hostile.guess_attacks import GUESSES
from tests.hostile.head_attacks import HEADS
from tests.hostile.query_attacks import QUERIES
from tests.hostile.requests import Asking, Known
from tests.hostile.target import Target
from tests.hostile.wire_attacks import WIRE

_SERVED: Final = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
_A_LITTLE: Final = Size(2, 20_000, 0.2)
_ONLY_SLOW: Final = {"quoted cookie", "deep paths and queries"}
"""They succeed by the time that an answer takes, or by a 5xx, which this server never gives."""
_NEED_A_SERVICE: Final = {
    "position not yet folded",
    "dear pages",
    "false tokens",
    "one key, many requests",
}
_TRIED: Final = [
    each
    for each in (*HEADS, *BODIES, *QUERIES, *GUESSES, *WIRE)
    if each.name not in _ONLY_SLOW | _NEED_A_SERVICE
]


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answers everything that arrives, a request or not."""
    try:
        while await reader.read(1 << 20):
            writer.write(_SERVED)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


@pytest.fixture
async def target(tmp_path: Path) -> AsyncIterator[Target]:
    made = Target(Cluster(tmp_path), "", tmp_path, 1.0)
    async with await asyncio.start_server(_serve, HOST, made.port):
        yield made


@pytest.mark.parametrize("attack", _TRIED, ids=lambda attack: attack.name)
async def test_a_careless_server_does_not_withstand(attack: Attack, target: Target) -> None:
    victim = Known("0123-4567-89AB-C", "", 0)
    assault = Assault(target, Asking(target.secrets), victim, _A_LITTLE, 1, 1.0)
    await attack.does(assault)
    assert assault.saw["200"]
    assert assault.wrong
