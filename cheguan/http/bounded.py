"""The bounds of a connection: until when it waits, what it keeps, and how it ends."""

import asyncio
from math import inf
from typing import Any, Final

from uvicorn.config import Config
from uvicorn.server import ServerState

from api.client_address import client_address
from api.language import preferred
from api.problems import Problem
from cheguan.http.crowd import Crowd, Party
from cheguan.http.gathering import Gathering
from cheguan.http.limits import WireLimits
from cheguan.http.parsed_requests import ParsedRequests
from cheguan.http.refusal import refusal


class Phase:
    """What is awaited. A body whose answer is complete is passed over; at the end, all is.

    Members of an enumeration would cost a request some microseconds.
    """

    HEAD: Final = 0
    BODY: Final = 1
    ANSWER: Final = 2
    REST_OF_BODY: Final = 3
    END: Final = 4


class Bounded(ParsedRequests):
    """A member of a :class:`Crowd`. It says what it waits for, and pays when that takes too long.

    ``unread`` has been received and not been parsed.
    """

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
        *,
        crowd: Crowd,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.due = inf
        self.crowd = crowd
        self.limits = crowd.limits
        self.party = Party("")
        self.phase: int = Phase.HEAD
        self.unread = b""
        self.head_begun = False
        self.rest_left = 0
        self._counted = 0
        self._seconds = _seconds(crowd.limits)
        self._stopping = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(Gathering(transport, self._end))
        self.wait(Phase.HEAD, self.limits.head_seconds)
        try:
            self.party = self.crowd.enter(self, client_address({"client": self.client}))
        except Problem as problem:
            self.wait(Phase.END)
            self.transport.write(self._words(problem))
            self.transport.drop()

    def connection_lost(self, exc: Exception | None) -> None:
        self._leave()
        self.transport.drop()
        super().connection_lost(exc)

    def wait(self, phase: int, seconds: float | None = None) -> None:
        self.phase = phase
        if not self.flow.write_paused:
            self.due = self.loop.time() + (self._seconds[phase] if seconds is None else seconds)

    def wait_for_request(self) -> None:
        self.head_begun = False
        self.wait(Phase.HEAD)

    def wait_for_head(self) -> None:
        """Some of a head has come, and its time runs from then on."""
        if not self.head_begun:
            self.head_begun = True
            self.wait(Phase.HEAD, self.limits.head_seconds)

    def pause_writing(self) -> None:
        """Whoever reads nothing waits like one who sends nothing."""
        super().pause_writing()
        self.due = self.loop.time() + self.limits.unread_seconds
        self.crowd.waits(self, self.party)

    def resume_writing(self) -> None:
        super().resume_writing()
        self.wait(self.phase)
        if self.phase in (Phase.BODY, Phase.ANSWER):
            self.crowd.works(self, self.party)

    def expire(self) -> None:
        if self.flow.write_paused or self.phase in (Phase.REST_OF_BODY, Phase.END):
            self.crowd.refuses("unread_seconds" if self.flow.write_paused else "linger_seconds")
            self.transport.abort()
        elif self.head_begun:
            self.refuse(Problem("head-too-slow", 408))
        else:
            self.transport.close()

    def give_way(self) -> None:
        self._leave()
        self.transport.abort()

    def shutdown(self) -> None:
        self._stopping = True
        if self.cycle is None or self.cycle.response_complete:
            self.transport.drop()
        else:
            self.cycle.keep_alive = False

    def count(self) -> None:
        """Tells what is kept for this connection, which pays for it if that is too much."""
        held = len(self.unread)
        if self.phase == Phase.BODY:
            held += len(self.cycle.body)
        if held == self._counted:
            return
        more, self._counted = held - self._counted, held
        try:
            self.crowd.holds(self.party, more)
        except Problem as problem:
            if self.phase == Phase.HEAD:
                self.refuse(problem)
            else:
                self.cycle.body = bytearray()
                self.break_off(problem)
            self.count()

    def break_off(self, problem: Problem) -> None:
        """Reads no more. What is under way is answered first."""
        self.unread = b""
        match self.phase:
            case Phase.BODY:
                self.cycle.break_off(problem)
                self.phase = Phase.ANSWER
                self.crowd.works(self, self.party)
            case Phase.ANSWER:
                self.cycle.keep_alive = False
            case _:
                self.transport.close()

    def refuse(self, problem: Problem, *, to_head: bool = False) -> None:
        self.crowd.refuses(problem.code)
        self.unread = b""
        self.transport.write(self._words(problem, to_head=to_head))
        self.transport.close()

    def _words(self, problem: Problem, *, to_head: bool = False) -> bytes:
        sent = dict(self.headers or ())
        language = preferred(sent.get(b"accept-language", b"").decode("latin-1"))
        return refusal(problem, language, self.server_state.default_headers, to_head=to_head)

    def _end(self) -> None:
        """Ends the connection when everything is said.

        Whoever is still sending is listened to for a moment. Otherwise the kernel resets the
        connection, and the answer is lost with it (RFC 9112 §9.6).
        """
        if self._stopping:
            self.transport.drop()
            return
        self.unread = b""
        self.rest_left = self.limits.linger_bytes
        self.wait(Phase.END)
        self.crowd.waits(self, self.party)
        self.transport.half_close()
        self.flow.resume_reading()
        self.count()

    def _leave(self) -> None:
        self.due = inf
        self.crowd.holds(self.party, -self._counted)
        self._counted = 0
        self.crowd.leave(self, self.party)


def _seconds(limits: WireLimits) -> tuple[float, ...]:
    """How long each phase may last. The application sees to those of its own."""
    return limits.idle_seconds, inf, inf, limits.linger_seconds, limits.linger_seconds
