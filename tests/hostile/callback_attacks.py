"""Attacks by callbacks that say an order is paid or a parcel is back, and are nobody's own."""

import random
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from api.routers.callbacks import PATH
from api.routers.carrier_callbacks import path_of
from domain.parcels.reasons import ScanStatus
from domain.parcels.state import parcel_of
from tests.faults.calling_bank import callback
from tests.faults.cluster import count
from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack
from tests.kit.callbacks import headers, paid, secret
from tests.kit.carrier_callbacks import EMS, carrier_secret, scanned
from tests.kit.forgeries import forgery

_ADDRESSES: Final = 250
"""So many that the buckets of addresses let most of the callbacks through to the signature."""
_AMOUNT_FEN: Final = 10_000
_KEPT: Final = "SELECT count(*) FROM inbox"


async def _as_the_bank(assault: Assault) -> None:
    body = paid(UUID(assault.victim.case), _AMOUNT_FEN, f"B-{assault.victim.number}")
    await _forged(assault, secret(assault.target.secrets), body, PATH)


async def _as_a_carrier(assault: Assault) -> None:
    parcel = parcel_of(UUID(assault.victim.case), 1)
    body = scanned(parcel, "EM000000005CN", datetime.now(UTC), ScanStatus.RETURNED)
    await _forged(assault, carrier_secret(assault.target.secrets), body, path_of(EMS))


async def _forged(assault: Assault, key: bytes, body: bytes, path: str) -> None:
    """None is accepted, and afterwards one of the sender's own is."""
    target, draw = assault.target, random.Random(assault.victim.case)
    before = await count(target.url, _KEPT)
    for number in range(assault.size.attackers):
        forged = forgery(draw, key, f"forged-{assault.victim.number}-{number}", body)
        answer = await assault.ask(number, callback(forged.headers, forged.body, path))
        refused = answer.status in {401, 429, 503}
        assault.that(refused, f"a forgery ({forged.kind}) was answered with {answer.status}")
    compared = assault.saw["401"] >= assault.size.attackers // 2
    assault.that(compared, "most of the forgeries did not reach the signature")
    kept = await count(target.url, _KEPT) - before
    assault.that(kept == 0, f"{kept} forgeries were kept")
    fields = headers(key, f"true-{assault.victim.number}", body)
    honest = callback(fields, body, path)
    status = (await assault.ask(assault.size.attackers, honest)).status
    assault.that(status == 202, f"the sender itself was answered with {status}")


CALLBACKS: Final = (
    Attack(
        "forged callbacks",
        "{size.attackers} callbacks of the bank that are forged, altered or replayed.",
        "the signature over id, time and body, and five minutes",
        _as_the_bank,
        full=Size(1_000, 0),
        short=Size(40, 0),
        addresses=_ADDRESSES,
    ),
    Attack(
        "forged scans of a carrier",
        "{size.attackers} callbacks of a carrier that are forged, altered or replayed.",
        "the signature over id, time and body, and five minutes",
        _as_a_carrier,
        full=Size(1_000, 0),
        short=Size(40, 0),
        addresses=_ADDRESSES,
    ),
)
