"""A register elsewhere, over HTTP, by the contract of ``docs/register.openapi.json`` (ADR 49).

Whom an inquiry is about never stands in an address, so nobody's log of addresses tells it.
"""

import asyncio
import logging
from typing import Final
from uuid import UUID

import httpx
import msgspec

from domain.identifiers.invalid import InvalidIdentifier
from domain.register.port import Inquiry, OrderedChanges, RegisterAway, RegisterExtract
from domain.vault import BlindIndex
from workers.registers.contract import extract

SECONDS: Final = 3.0
"""So long a register may take for an answer. It counts as away after that."""
LONGEST: Final = 262_144
"""So many bytes an answer may have."""
_REFUSES: Final = frozenset({404, 409, 422})
_log: Final = logging.getLogger(__name__)


class ChangesRefused(Exception):
    """The register will not carry the changes out. A person has to look at it."""


class OutsideRegister:
    """A :class:`~domain.register.port.RegisterPort`. ``http`` knows its address and its token."""

    def __init__(self, http: httpx.AsyncClient, names: BlindIndex) -> None:
        self._http = http
        self._names = names

    async def ask(self, inquiry: Inquiry) -> RegisterExtract:
        status, body = await self._asked("POST", "inquiries", inquiry)
        if status != httpx.codes.OK:
            raise _away(f"status {status}")
        try:
            return extract(body, self._names)
        except (msgspec.MsgspecError, UnicodeDecodeError, InvalidIdentifier) as garbage:
            raise _away(f"off the contract ({type(garbage).__name__})") from None

    async def change(self, id: UUID, ordered: OrderedChanges) -> None:
        """Has the changes carried out. Those of one id are carried out once.

        Raises :class:`RegisterAway`, or :class:`ChangesRefused`.
        """
        status, _ = await self._asked("PUT", f"changes/{id}", ordered)
        if status in _REFUSES:
            raise ChangesRefused(f"status {status}")
        if status != httpx.codes.NO_CONTENT:
            raise _away(f"status {status}")

    async def _asked(self, method: str, path: str, content: msgspec.Struct) -> tuple[int, bytes]:
        request = self._http.build_request(
            method,
            path,
            content=msgspec.json.encode(content),
            headers={"content-type": "application/json"},
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


def _away(why: str) -> RegisterAway:
    """Says in the log why, without anything of what was asked or answered."""
    _log.warning("register: no answer that can be used: %s", why)
    return RegisterAway(why)
