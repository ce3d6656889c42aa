"""How the simulated systems send callbacks: signed, and again until they are taken."""

import logging
from datetime import UTC, datetime, timedelta
from typing import Final

import httpx

from domain.inbox.webhook_signature import ID, SIGNATURE, TIMESTAMP, sign

_RESTS: Final = tuple(timedelta(seconds=s) for s in (5, 300, 1_800, 7_200, 18_000, 36_000))
_SECONDS: Final = 10.0
_log: Final = logging.getLogger(__name__)


def rest_after(tries: int) -> timedelta:
    """How long a sender waits after so many tries in vain: 5 s, 5 min, 30 min … 10 h."""
    return _RESTS[min(tries, len(_RESTS)) - 1]


async def send_signed(
    http: httpx.AsyncClient,
    secret: bytes,
    url: str,
    id: str,
    body: bytes,
    *,
    signed: bytes | None = None,
) -> bool:
    """Sends a body, and says whether it was taken.

    ``signed`` is the body that the signature is over, if that is another.
    """
    fields = sign(secret, id, datetime.now(UTC), body if signed is None else signed)
    names = (ID, TIMESTAMP, SIGNATURE)
    try:
        answer = await http.post(
            url,
            content=body,
            headers={
                "content-type": "application/json",
                **dict(zip(names, map(str, fields), strict=True)),
            },
            timeout=_SECONDS,
        )
    except httpx.HTTPError as away:
        _log.warning("%s is not taken (%s)", id, type(away).__name__)
        return False
    return answer.is_success
