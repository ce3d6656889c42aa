"""What hundreds who look at the live dashboard cost, while people go on applying."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from statistics import median
from typing import Final, NamedTuple

import psutil

from cheguan.bench.client import length_of
from cheguan.bench.closing_city import working
from cheguan.bench.looking import LookingViewer, looking
from cheguan.bench.machine import describe
from cheguan.bench.peers import HOST, Fleet, peers
from cheguan.bench.report import Check, Limit, Report, Series
from cheguan.bench.scratch import scratch
from cheguan.bench.server import Kind
from cheguan.bench.submissions import Requests
from cheguan.event_loop import run
from cheguan.token import demo_token
from domain.people import Role

VIEWERS: Final = 200
A_SECOND: Final = 10
"""Submissions. A province of the demonstration's size has fewer in its busiest hour."""
SHARE: Final = 10.0
_END: Final = b"\r\n\r\n"


class _Window(NamedTuple):
    seconds: float
    processor_s: float
    submitted: int
    failed: int


def measure(*, viewers: int, seconds: float, rounds: int, tell: Callable[[str], None]) -> Report:
    """In each round a while without viewers and one with them, under the same load."""
    with scratch() as base, peers(base, [Fleet(Kind.OURS, 1)]) as (peer,), working(base):
        token = demo_token(base.folder / "secrets", Role.APPLICANT, subject="bench")
        requests = Requests(f"{HOST}:{peer.port}", token)
        wanted = _Wanted(viewers, seconds, rounds)
        alone, seen, made = run(_measured(peer.port, requests, wanted, tell))
        machine = describe(base)
    shares = [
        100 * (one.processor_s / one.seconds - other.processor_s / other.seconds)
        for one, other in zip(seen[1:], alone[1:], strict=True)
    ]
    fetched = [viewer.fetched for viewer in made]
    return Report(
        figure=f"viewers: {viewers} look at the live dashboard",
        method=(
            f"One server, one process for the read models, {A_SECOND} submissions a second; "
            f"{rounds} rounds of {seconds:g} s without viewers and {seconds:g} s with them, after "
            "one to warm up.",
            "Each viewer holds a stream and fetches the parts of the page whenever it is told, as "
            "the page does. The processor time is that of the API process, with viewers less "
            "without; it holds what it takes to make the page.",
        ),
        machine=machine,
        series=(_series("without viewers", alone), _series("with viewers", seen)),
        ratios=(),
        limits=(Limit(name="of a core", value=median(shares), unit="%", bar=SHARE),),
        checks=(
            Check(
                text=f"each viewer fetched {min(fetched)} to {max(fetched)} times in a round",
                held=min(fetched) > 1,
            ),
        ),
    )


class _Wanted(NamedTuple):
    viewers: int
    seconds: float
    rounds: int


async def _measured(
    port: int, requests: Requests, wanted: _Wanted, tell: Callable[[str], None]
) -> tuple[list[_Window], list[_Window], list[LookingViewer]]:
    server = _server()
    numbers = iter(range(10**6))
    alone: list[_Window] = []
    seen: list[_Window] = []
    made: list[LookingViewer] = []
    for _ in range(wanted.rounds + 1):
        alone.append(await _window(port, requests, numbers, server, wanted.seconds))
        async with AsyncExitStack() as stack:
            made = await stack.enter_async_context(looking(port, wanted.viewers))
            seen.append(await _window(port, requests, numbers, server, wanted.seconds))
        tell(f"{_share(alone[-1]):.1f} % of a core without viewers, {_share(seen[-1]):.1f} % with")
    return alone, seen, made


def _share(window: _Window) -> float:
    return 100 * window.processor_s / window.seconds


def _server() -> psutil.Process:
    """The process of the server, which :func:`cheguan.bench.peers.peers` has started."""
    (found,) = [
        child for child in psutil.Process().children() if "cheguan.bench.server" in child.cmdline()
    ]
    return found


async def _window(
    port: int, requests: Requests, numbers: Iterator[int], server: psutil.Process, seconds: float
) -> _Window:
    """Submits at a steady rate, as people do who know nothing of each other."""
    reader, writer = await asyncio.open_connection(HOST, port)
    began, before = time.perf_counter(), server.cpu_times()
    submitted = failed = 0
    while (passed := time.perf_counter() - began) < seconds:
        await asyncio.sleep(max(0.0, submitted / A_SECOND - passed))
        writer.write(requests.request(next(numbers)))
        head = await reader.readuntil(_END)
        await reader.readexactly(length_of(head))
        failed += head[9:10] != b"2"
        submitted += 1
    took, after = time.perf_counter() - began, server.cpu_times()
    writer.close()
    processor = after.user + after.system - before.user - before.system
    return _Window(took, processor, submitted, failed)


def _series(name: str, windows: list[_Window]) -> Series:
    return Series(
        name=name,
        unit="submissions",
        rates=tuple(each.submitted / each.seconds for each in windows[1:]),
        failed=sum(each.failed for each in windows),
    )
