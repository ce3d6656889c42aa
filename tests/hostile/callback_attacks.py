"""Attacks by callbacks that say an order is paid, and are not the bank's."""

import random
from typing import Final
from uuid import UUID

from tests.faults.calling_bank import callback
from tests.faults.cluster import count
from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack
from tests.kit.callbacks import headers, paid, secret
from tests.kit.forgeries import forgery

_ADDRESSES: Final = 250
"""So many that the buckets of addresses let most of the callbacks through to the signature."""
_AMOUNT_FEN: Final = 10_000
_KEPT: Final = "SELECT count(*) FROM inbox"


async def _forged(assault: Assault) -> None:
    """None is accepted, and afterwards one of the bank's own is."""
    target, key = assault.target, secret(assault.target.secrets)
    draw = random.Random(assault.victim.case)
    body = paid(UUID(assault.victim.case), _AMOUNT_FEN, f"B-{assault.victim.number}")
    before = await count(target.url, _KEPT)
    for number in range(assault.size.attackers):
        forged = forgery(draw, key, f"forged-{assault.victim.number}-{number}", body)
        answer = await assault.ask(number, callback(forged.headers, forged.body))
        refused = answer.status in {401, 429, 503}
        assault.that(refused, f"a forgery ({forged.kind}) was answered with {answer.status}")
    compared = assault.saw["401"] >= assault.size.attackers // 2
    assault.that(compared, "most of the forgeries did not reach the signature")
    kept = await count(target.url, _KEPT) - before
    assault.that(kept == 0, f"{kept} forgeries were kept")
    honest = callback(headers(key, f"true-{assault.victim.number}", body), body)
    status = (await assault.ask(assault.size.attackers, honest)).status
    assault.that(status == 202, f"the bank itself was answered with {status}")


CALLBACKS: Final = (
    Attack(
        "forged callbacks",
        "{size.attackers} callbacks of the bank that are forged, altered or replayed.",
        "the signature over id, time and body, and five minutes",
        _forged,
        full=Size(1_000, 0),
        short=Size(40, 0),
        addresses=_ADDRESSES,
    ),
)
