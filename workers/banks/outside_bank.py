"""A bank elsewhere, over HTTP (ADR 84). What it tells by itself comes as signed callbacks."""

import asyncio
import logging
from typing import Final, TypeVar
from uuid import UUID

import httpx
import msgspec

from domain.payments.port import BankAway, KnownPayments, WantedPayment, WantedRefund

SECONDS: Final = 3.0
"""So long a bank may take for an answer. It counts as away after that."""
LONGEST: Final = 65_536
"""So many bytes an answer may have."""
_REFUSES: Final = frozenset({404, 409, 422})
T = TypeVar("T")
_log: Final = logging.getLogger(__name__)


class RefundRefused(Exception):
    """The bank will not give the payment back. A person has to look at it."""


class PaymentPage(msgspec.Struct, frozen=True):
    """Where a payment is made."""

    url: str


class OutsideBank:
    """A :class:`~domain.payments.port.BankPort`. ``http`` knows its address and our token."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def begin(self, wanted: WantedPayment) -> str:
        body = await self._told("POST", "payments", wanted)
        return _read(body, PaymentPage).url

    async def known(self, order: UUID) -> KnownPayments:
        return _read(await self._told("GET", f"orders/{order}"), KnownPayments)

    async def refund(self, id: UUID, wanted: WantedRefund) -> None:
        """Also raises :class:`RefundRefused`."""
        status, _ = await self._asked("PUT", f"refunds/{id}", wanted)
        if status in _REFUSES:
            raise RefundRefused(f"status {status}")
        if status != httpx.codes.NO_CONTENT:
            raise _away(f"status {status}")

    async def _told(self, method: str, path: str, content: msgspec.Struct | None = None) -> bytes:
        status, body = await self._asked(method, path, content)
        if status != httpx.codes.OK:
            raise _away(f"status {status}")
        return body

    async def _asked(
        self, method: str, path: str, content: msgspec.Struct | None
    ) -> tuple[int, bytes]:
        request = self._http.build_request(
            method,
            path,
            content=msgspec.json.encode(content) if content else None,
            headers={"content-type": "application/json"} if content else None,
        )
        try:
            async with asyncio.timeout(SECONDS):
                answer = await self._http.send(request, stream=True)
                try:
                    return answer.status_code, await _whole(answer)
                finally:
                    await answer.aclose()
        except (httpx.HTTPError, OSError) as away:
            raise _away(type(away).__name__) from None


async def _whole(answer: httpx.Response) -> bytes:
    body = b""
    async for piece in answer.aiter_bytes():
        body += piece
        if len(body) > LONGEST:
            raise _away(f"more than {LONGEST} bytes")
    return body


def _read(body: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as garbage:
        raise _away(f"off the contract ({type(garbage).__name__})") from None


def _away(why: str) -> BankAway:
    """Says in the log why, without anything of what was asked or answered."""
    _log.warning("bank: no answer that can be used: %s", why)
    return BankAway(why)
