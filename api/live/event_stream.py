"""The answer that lasts: events of the HTML standard (§9.2), as a browser's EventSource reads."""

import asyncio
from typing import Final
from uuid import UUID

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from api.bodies import HEAD_ONLY
from api.live.source import LiveSource
from api.live.watchers import NoPlace, Watcher
from api.problems import Problem

LONGEST_S: Final = 3_600.0
"""A browser comes back by itself. So a process that was replaced, or a token that ended, does not
live on for days in a wall's connection."""
_HEADERS: Final = {
    "content-type": "text/event-stream; charset=utf-8",
    # A proxy must neither keep, nor compress, nor gather what it passes on.
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
}
_BEGIN: Final = b": \n\n"


class EventStream(Response):
    """Sends what a watcher is told, until its reader is gone or the process stops.

    Who asks for the head alone is sent that, and takes no place.
    """

    def __init__(self, source: LiveSource, address: str, case: UUID | None) -> None:
        super().__init__(headers=_HEADERS)
        del self.headers["content-length"]
        self._source, self._address, self._case = source, address, case

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope.get(HEAD_ONLY):
            await send(_head(self))
            await send(_body(b"", more=False))
            return
        try:
            async with self._source.watching(self._address, self._case) as watcher:
                gone = asyncio.create_task(_until_gone(receive, watcher))
                ended = asyncio.get_running_loop().call_later(LONGEST_S, watcher.end)
                try:
                    await send(_head(self))
                    await send(_body(_BEGIN))
                    while text := await watcher.told():
                        await send(_body(text))
                    await send(_body(b"", more=False))
                finally:
                    ended.cancel()
                    gone.cancel()
        except NoPlace:
            raise Problem("unavailable", 503, headers={"retry-after": "5"}) from None


def _head(answer: Response) -> Message:
    return {
        "type": "http.response.start",
        "status": answer.status_code,
        "headers": answer.raw_headers,
    }


def _body(text: bytes, *, more: bool = True) -> Message:
    return {"type": "http.response.body", "body": text, "more_body": more}


async def _until_gone(receive: Receive, watcher: Watcher) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    watcher.end()
