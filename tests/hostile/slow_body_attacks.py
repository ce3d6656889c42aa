"""Attacks by bodies that do not end."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack
from tests.hostile.requests import APPLICATIONS, head, json_post

_BATCH: Final = "/api/v1/applications/batch"
_DRIP_S: Final = 4.0


def _unfinished(*, known: bool) -> Callable[[Assault], Awaitable[None]]:
    """Small bodies of which the last byte does not come, begun anew as soon as one is refused."""

    async def does(assault: Assault) -> None:
        asking = assault.asking

        async def one(number: int) -> None:
            who = asking.by_applicant(number) if known else {}
            whole = json_post(
                APPLICATIONS, b"{}", {**who, "Idempotency-Key": f"unfinished-{number}"}
            )
            found = await assault.sent(number, whole[:-1])
            assault.that(201 not in found, "half of a body was carried out")

        await assault.crowd(one)

    return does


async def _dripped(assault: Assault) -> None:
    """Uploads that are never quite idle."""
    asking = assault.asking

    async def one(number: int) -> None:
        headers = {
            **asking.by_applicant(number),
            "Content-Type": "application/jsonl",
            "Idempotency-Key": f"drip-{number}",
            "Transfer-Encoding": "chunked",
        }
        async with assault.line(number) as line:
            await line.send(head(f"POST {_BATCH}", headers))
            ending = asyncio.ensure_future(line.ended())
            try:
                while not ending.done():
                    await line.send(b"1\r\n{\r\n")
                    await asyncio.wait({ending}, timeout=min(_DRIP_S, assault.size.seconds / 4))
            finally:
                ending.cancel()
                with suppress(asyncio.CancelledError, OSError):
                    await ending
        assault.saw["closed by the server"] += 1

    await assault.crowd(one)


SLOW_BODIES: Final = (
    Attack(
        "unfinished bodies",
        "{size.attackers} POSTs from 50 addresses lack their last byte and have no token, over "
        "and over.",
        "who somebody is, is asked before his body is read",
        _unfinished(known=False),
        full=Size(520, 0, 10),
        short=Size(60, 0, 1.0),
        addresses=50,
    ),
    Attack(
        "unfinished bodies with a token",
        "The same {size.attackers} with the tokens of 40 applicants.",
        "requests of an address at once; time until a body is whole",
        _unfinished(known=True),
        full=Size(520, 0, 10),
        short=Size(60, 0, 1.0),
        addresses=50,
    ),
    Attack(
        "dripped uploads",
        "{size.attackers} batches from 50 addresses, of which a byte comes every four seconds.",
        "total time and least rate of an upload",
        _dripped,
        full=Size(512, 0, 15),
        short=Size(40, 0, 1.0),
        addresses=50,
    ),
)
