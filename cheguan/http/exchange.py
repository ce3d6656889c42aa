"""One request and its answer."""

import asyncio
from contextlib import suppress
from typing import Final, Protocol

from uvicorn._types import ASGI3Application, ASGIReceiveEvent, ASGISendEvent
from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from api.last_resort import unforeseen
from api.problems import Problem
from api.security_headers import completed

_CONTINUE: Final = b"HTTP/1.1 100 Continue\r\n\r\n"


class Pausing(Protocol):
    """The connection, as far as an exchange deals with it."""

    def consumed(self) -> None:
        """The application waits for more of a body, or has taken some."""

    def speaking(self) -> None:
        """An answer begins before its request has come whole."""


class _Nobody:
    """Stands where a connection was, so that an exchange that is over keeps none."""

    def consumed(self) -> None:
        """Nothing is read any more."""

    def speaking(self) -> None:
        """Nothing is said any more."""


_NOBODY: Final = _Nobody()


class Exchange(RequestResponseCycle):
    """uvicorn's cycle, with three differences.

    A body that turns out to be broken raises its :class:`Problem` in the reader, so what the
    application has begun is answered as a whole. A client that was never asked for the body it
    expects to send is told that the connection ends (RFC 9110 §10.1.1). Being cut off is no
    error, and no exception is logged with what it says.
    """

    connection: Pausing
    _broken: Problem | None = None

    def break_off(self, problem: Problem) -> None:
        """Nothing more can be read of the body, for this reason. The answer ends the connection."""
        self._broken = problem
        self.keep_alive = False
        self.message_event.set()

    async def receive(self) -> ASGIReceiveEvent:
        if self.waiting_for_100_continue and not self.transport.is_closing():
            self.transport.write(_CONTINUE)
            self.waiting_for_100_continue = False
        if not (self.disconnected or self.response_complete or self._broken):
            if not self.message_event.is_set():
                self.connection.consumed()
            await self.message_event.wait()
            self.message_event.clear()
        if self.disconnected or self.response_complete:
            return {"type": "http.disconnect"}
        body = bytes(self.body)
        if self._broken is not None and not body:
            raise self._broken
        if body:
            self.body = bytearray()
            self.connection.consumed()
        return {"type": "http.request", "body": body, "more_body": self.more_body}

    async def _send_early(self, message: ASGISendEvent) -> None:
        """Sends an answer that begins before its request has come whole."""
        if self.more_body and not self.response_started:
            if self.waiting_for_100_continue:
                self.keep_alive = False
            self.connection.speaking()
        await self.send(message)

    async def run_asgi(self, app: ASGI3Application) -> None:
        try:
            await app(self.scope, self.receive, self._send_early if self.more_body else self.send)
            if not self.response_started and not self.disconnected:
                raise RuntimeError("there is no answer")
        except asyncio.CancelledError:
            self.disconnected = True
            self.transport.abort()
        except Exception as error:  # noqa: BLE001 - the last place in which it can be caught
            await self._failed(error)
        finally:
            if not self.response_complete and not self.disconnected:
                self.keep_alive = False
                self.transport.close()
            self.on_response = _nothing
            self.connection = _NOBODY

    async def _failed(self, error: Exception) -> None:
        answer = unforeseen(error, None)
        if self.response_started:
            return
        with suppress(Exception):
            headers = completed(answer.raw_headers, self.scope["path"])
            await self.send(
                {"type": "http.response.start", "status": answer.status_code, "headers": headers}
            )
            await self.send({"type": "http.response.body", "body": bytes(answer.body)})


def _nothing() -> None:
    """An answer that is complete has told so already."""
