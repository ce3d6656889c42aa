"""Attacks on the end and the beginning of the service."""

import asyncio
import time
from typing import Final

from tests.faults.wire import NoAnswer, Wire
from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack
from tests.hostile.requests import head

_STOPS_WITHIN_S: Final = 10.0
_GIVEN_UP_AFTER_S: Final = 60.0
_SAYS_AT_MOST: Final = 20


async def _stopped(assault: Assault) -> None:
    """An operator stops the service while half of its clients never finish."""
    target, request = assault.target, head("GET /api/v1/services/plate_reissue")
    firsts = (b"GET /track HTTP/1.1\r\nX-A: ", request * 500, _half_a_post(assault), b"")

    async def one(number: int) -> None:
        async with assault.line(number) as line:
            await line.send(firsts[number % len(firsts)])
            await asyncio.sleep(_GIVEN_UP_AFTER_S)

    crowd = asyncio.create_task(assault.crowd(one))
    await asyncio.sleep(assault.size.seconds / 2)
    before = target.said
    try:
        took = await target.stopped(_GIVEN_UP_AFTER_S)
    except TimeoutError:
        took = _GIVEN_UP_AFTER_S
        await target.kill()
    lines = target.said - before
    await crowd
    await target.start()
    assault.saw["lines of log"] += lines
    assault.saw["seconds to the end"] += round(took)
    assault.that(took <= _STOPS_WITHIN_S * assault.patience, f"the end took {took:.1f} s")
    assault.that(lines <= _SAYS_AT_MOST, f"{lines} lines of log at the end")


def _half_a_post(assault: Assault) -> bytes:
    return assault.asking.submission(next(assault.asking.numbers))[:-1]


async def _storm(assault: Assault) -> None:
    """After an outage everybody comes at once, and comes again as soon as he may."""
    target, asking = assault.target, assault.asking
    await target.kill()
    starting = asyncio.create_task(target.start())
    ended = time.monotonic() + _GIVEN_UP_AFTER_S * assault.patience

    async def client(number: int) -> None:
        request, wire = asking.submission(next(asking.numbers)), Wire(assault.origin(number))
        pause = 0.2
        while time.monotonic() < ended:
            try:
                answer = await wire.ask(target.port, request)
            except NoAnswer:
                assault.saw["no answer"] += 1
            else:
                assault.saw[str(answer.status)] += 1
                if answer.status == 201:
                    break
                pause = float(answer.headers.get("retry-after", pause))
            await asyncio.sleep(pause)
        else:
            assault.that(False, "an application was not taken within a minute")
        wire.close()

    await asyncio.gather(*(client(number) for number in range(assault.size.attackers)))
    await starting


OUTAGES: Final = (
    Attack(
        "stop under attack",
        "SIGTERM while {size.attackers} clients have begun and do not finish.",
        "ten seconds; one line for all that were cut off",
        _stopped,
        full=Size(600, 0, 6),
        short=Size(60, 0, 0.6),
        addresses=50,
        served=0.0,
    ),
    Attack(
        "retry storm",
        "{size.attackers:,} clients at once after an outage; each comes again when it may.",
        "requests at once; `Retry-After`",
        _storm,
        full=Size(2_000, 0),
        short=None,
        addresses=2_000,
        served=0.0,
    ),
)
