"""A gateway for text messages over HTTP, by the contract of ``docs/sms-gateway.openapi.json``."""

import asyncio
import logging
from datetime import datetime
from typing import Annotated, Final, Literal
from uuid import UUID

import httpx
import msgspec

from domain.sms import Sms, SmsNotTaken, SmsReceipt, SmsRefused
from workers.outside_system import SECONDS

REFUSED: Final = frozenset({404, 409, 422})
NOT_TAKEN: Final = frozenset({401, 403, 429, 503})
_NEVER_REACHED: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_log: Final = logging.getLogger(__name__)


_LONGEST: Final = 4_096
Failure = Literal["number_unknown", "switched_off", "blocked", "failed"]


class WantedMessage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A message to a mobile number of eleven digits. ``tag`` comes back with its receipt."""

    to: str
    text: str
    tag: str = ""


class MessageReceipt(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of a message. As long as neither is there it is on its way."""

    arrived_at: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    failure: Failure | None = None


class SmsGatewayUnclear(OSError):
    """No answer came, or none that says whether the message was taken."""


class HttpSmsGateway:
    """A :class:`domain.sms.SmsGateway`. ``http`` knows its address and our token.

    No log tells to whom a message goes, or what it says.
    """

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def send(self, message: Sms) -> None:
        wanted = WantedMessage(message.to, message.text, message.tag)
        status = await self._asked(f"messages/{message.id}", msgspec.json.encode(wanted))
        if status == httpx.codes.NO_CONTENT:
            return
        _log.warning("sms gateway: status %d for message %s", status, message.id)
        if status in REFUSED:
            raise SmsRefused
        raise SmsNotTaken if status in NOT_TAKEN else SmsGatewayUnclear

    async def receipt(self, id: UUID) -> SmsReceipt | None:
        """A :class:`domain.sms.SmsReceipts`. A message that is not known has no receipt either."""
        status, body = await self._told(f"messages/{id}")
        if status == httpx.codes.NOT_FOUND:
            return None
        if status != httpx.codes.OK:
            raise SmsGatewayUnclear
        try:
            told = msgspec.json.decode(body, type=MessageReceipt)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            raise SmsGatewayUnclear from None
        if told.arrived_at is None and told.failure is None:
            return None
        return SmsReceipt(told.arrived_at, told.failure)

    async def _told(self, path: str) -> tuple[int, bytes]:
        """The status and the body of an answer, which is bounded in time and in size."""
        body = b""
        try:
            async with asyncio.timeout(SECONDS), self._http.stream("GET", path) as answer:
                async for piece in answer.aiter_bytes():
                    body += piece
                    if len(body) > _LONGEST:
                        raise SmsGatewayUnclear
                return answer.status_code, body
        except (httpx.HTTPError, OSError) as unclear:
            raise SmsGatewayUnclear from unclear

    async def _asked(self, path: str, content: bytes) -> int:
        """The status of the answer. Its body is not read, however large it is."""
        request = self._http.build_request(
            "PUT", path, content=content, headers={"content-type": "application/json"}
        )
        try:
            async with asyncio.timeout(SECONDS):
                answer = await self._http.send(request, stream=True)
                await answer.aclose()
                return answer.status_code
        except _NEVER_REACHED as away:
            _log.warning("sms gateway: %s", type(away).__name__)
            raise SmsNotTaken from None
        except (httpx.HTTPError, OSError) as unclear:
            _log.warning("sms gateway: %s", type(unclear).__name__)
            raise SmsGatewayUnclear from None
