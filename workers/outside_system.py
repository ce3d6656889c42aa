"""Requests to a system that others run, such as a register or a bank.

An answer is bounded in time and in size, and no log tells what was asked or answered.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Final

import httpx
import msgspec

SECONDS: Final = 3.0
"""So long a system elsewhere may take for an answer. It counts as away after that."""
_REFUSES: Final = frozenset({404, 409, 422})
_log: Final = logging.getLogger(__name__)


class OutsideSystem:
    """Asks a system elsewhere. ``http`` knows its address and our token.

    ``away`` makes the exception that says that no answer came that can be used; ``longest`` is
    the most bytes of an answer.
    """

    def __init__(
        self, name: str, http: httpx.AsyncClient, away: Callable[[str], Exception], longest: int
    ) -> None:
        self._name = name
        self._http = http
        self._away = away
        self._longest = longest

    async def told(self, method: str, path: str, content: msgspec.Struct | None = None) -> bytes:
        """The body of an answer with status 200. Any other counts as no answer."""
        status, body = await self._asked(method, path, content)
        if status != httpx.codes.OK:
            raise self.unusable(f"status {status}")
        return body

    async def found(self, path: str) -> bytes | None:
        """The body of an answer, or None if there is no such thing there."""
        status, body = await self._asked("GET", path, None)
        if status == httpx.codes.NOT_FOUND:
            return None
        if status != httpx.codes.OK:
            raise self.unusable(f"status {status}")
        return body

    async def ordered(
        self,
        path: str,
        content: msgspec.Struct | None,
        refused: type[Exception],
        method: str = "PUT",
    ) -> None:
        """Has something done that is done once under its path. ``refused`` is raised if it is not
        going to be done, however often it is asked for.
        """
        status, _ = await self._asked(method, path, content)
        if status in _REFUSES:
            raise refused(f"status {status}")
        if status != httpx.codes.NO_CONTENT:
            raise self.unusable(f"status {status}")

    def unusable(self, why: str) -> Exception:
        """Says in the log why, and makes the exception."""
        _log.warning("%s: no answer that can be used: %s", self._name, why)
        return self._away(why)

    async def _asked(
        self, method: str, path: str, content: msgspec.Struct | None
    ) -> tuple[int, bytes]:
        request = self._http.build_request(
            method,
            path,
            content=None if content is None else msgspec.json.encode(content),
            headers=None if content is None else {"content-type": "application/json"},
        )
        try:
            async with asyncio.timeout(SECONDS):
                answer = await self._http.send(request, stream=True)
                try:
                    return answer.status_code, await self._whole(answer)
                finally:
                    await answer.aclose()
        except (httpx.HTTPError, OSError) as away:
            raise self.unusable(type(away).__name__) from None

    async def _whole(self, answer: httpx.Response) -> bytes:
        body = b""
        async for piece in answer.aiter_bytes():
            body += piece
            if len(body) > self._longest:
                raise self.unusable(f"more than {self._longest} bytes")
        return body
