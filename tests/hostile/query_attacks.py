"""Attacks by questions: about the future, or with false tokens."""

import time
from itertools import count
from typing import Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from jwt import PyJWS

from api.demo_issuer import ISSUER
from cheguan.token import demo_token
from domain.people import Role
from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack
from tests.hostile.requests import head

_LINES_OF_A_ROUND: Final = 300
"""The lists that honest officers read are lines of the security log too, ten a second."""
_FAR: Final = 2**62


async def _far_ahead(assault: Assault) -> None:
    """Nobody knows this position, so no waiting helps."""
    reference = assault.victim.reference
    request = assault.asking.guess(reference, "0000", f"?min_position={_FAR}")

    async def one(number: int) -> None:
        status = (await assault.ask(number, request)).status
        assault.that(status in {422, 429}, f"answered with {status}")

    await assault.crowd(one)


async def _not_folded(assault: Assault) -> None:
    """The last position that there is, while the read models stand still."""
    async with assault.target.workers_asleep():
        number = next(assault.asking.numbers)
        made = await assault.ask(0, assault.asking.submission(number))
        last = made.content.get("position", 1)
        reference = assault.victim.reference
        request = assault.asking.guess(reference, "0000", f"?min_position={last}")

        async def one(number: int) -> None:
            status = (await assault.ask(number, request)).status
            assault.that(status in {404, 429, 503}, f"answered with {status}")

        await assault.crowd(one)


async def _dear_pages(assault: Assault) -> None:
    """The page that costs the most, again and again."""
    request = head("GET /dashboard")

    async def one(number: int) -> None:
        status = (await assault.ask(number, request)).status
        assault.that(status in {200, 429, 503}, f"answered with {status}")

    await assault.crowd(one)


async def _false_tokens(assault: Assault) -> None:
    """Tokens that another key has signed, that have expired, or that are none at all."""
    stranger, secrets = Ed25519PrivateKey.generate(), assault.target.secrets
    claims = {"iss": ISSUER, "aud": "cheguan", "sub": "clerk-1", "role": "clerk"}
    turns = count()
    expired = demo_token(secrets, Role.AUDITOR, None, "auditor", -60)

    def forged(turn: int) -> str:
        now = int(time.time())
        told = {**claims, "office": "410100", "iat": now, "exp": now + 3_600, "jti": str(turn)}
        signed: str = PyJWS().encode(msgspec.json.encode(told), stranger, algorithm="EdDSA")
        return signed

    async def one(number: int) -> None:
        turn = next(turns)
        token = (forged(turn), expired, "a" * 4_000, "a.b.c")[turn % 4]
        request = head("GET /api/v1/cases?queue=all", {"Authorization": f"Bearer {token}"})
        status = (await assault.ask(number, request)).status
        assault.that(status in {401, 429, 431}, f"answered with {status}")

    before = assault.target.said
    await assault.crowd(one)
    lines = assault.target.said - before
    assault.saw["lines of log"] += lines
    assault.that(lines <= _LINES_OF_A_ROUND, f"more than {_LINES_OF_A_ROUND} lines of log")


QUERIES: Final = (
    Attack(
        "position far ahead",
        "{size.attackers} anonymous clients want a read model at position 2⁶².",
        "compared with the end of the log first",
        _far_ahead,
        full=Size(16, 0, 8),
        short=Size(16, 0, 0.8),
    ),
    Attack(
        "position not yet folded",
        "{size.attackers} anonymous clients want the last position while the read models lag.",
        "few wait, and without a connection",
        _not_folded,
        full=Size(16, 0, 8),
        short=Size(16, 0, 0.8),
    ),
    Attack(
        "dear pages",
        "{size.attackers} clients from one address ask for the dashboard again and again.",
        "requests of an address",
        _dear_pages,
        full=Size(40, 0, 8),
        short=None,
    ),
    Attack(
        "false tokens",
        "{size.attackers} clients with forged, expired and broken tokens, each of them another.",
        "requests of an address; refused tokens are counted, not told one by one",
        _false_tokens,
        full=Size(32, 0, 8),
        short=Size(8, 0, 0.8),
    ),
)
