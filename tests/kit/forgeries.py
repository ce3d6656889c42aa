"""Callbacks that the bank has not sent, or not like that, or not now."""

import random
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

from domain.inbox.webhook_signature import ID, SIGNATURE, TIMESTAMP
from tests.kit.callbacks import headers

FORGERIES: Final = tuple("body id timestamp signature secret version missing replayed".split())
"""What is wrong with each of them."""


class ForgedCallback(NamedTuple):
    """``kind`` is one of :data:`FORGERIES`."""

    kind: str
    body: bytes
    headers: Mapping[str, str]


def forgery(draw: random.Random, secret: bytes, id: str, body: bytes) -> ForgedCallback:
    """One that differs from an honest callback in one thing."""
    kind = draw.choice(FORGERIES)
    fields = headers(secret, id, body)
    place = draw.randrange(len(body))
    match kind:
        case "body":
            body = body[:place] + bytes([body[place] ^ 1]) + body[place + 1 :]
        case "id":
            fields[ID] = f"{id}x"
        case "timestamp":
            fields[TIMESTAMP] = str(int(fields[TIMESTAMP]) + draw.randint(1, 200))
        case "signature":
            fields[SIGNATURE] = f"v1,{draw.randbytes(32).hex()}"
        case "secret":
            fields = headers(draw.randbytes(32), id, body)
        case "version":
            fields[SIGNATURE] = fields[SIGNATURE].replace("v1,", draw.choice(("v0,", "v1a,", "")))
        case "missing":
            del fields[draw.choice((ID, TIMESTAMP, SIGNATURE))]
        case "replayed":
            ago = timedelta(seconds=draw.randint(301, 10**8))
            fields = headers(secret, id, body, datetime.now(UTC) - ago)
    return ForgedCallback(kind, body, fields)
