"""One connection. It takes one request at a time, and keeps little for whoever sends it."""

import asyncio
from functools import partial
from math import inf
from typing import Any, Final, cast

from uvicorn.protocols.http.flow_control import HIGH_WATER_LIMIT

from api.problems import Problem
from cheguan.http import head
from cheguan.http.bounded import Bounded, Phase
from cheguan.http.crowd import Crowd

FRAMING_FOR_A_BYTE: Final = 8
_LOOKS_FOR_AN_END: Final = 3


class Connection(Bounded):
    """A connection that reads within its bounds.

    What comes before the request under way is answered is kept unread. So rubbish behind a
    request never takes its answer away, and whoever sends ahead is made to wait. A head is
    measured before it is parsed.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._framing_left = 0

    def data_received(self, data: bytes) -> None:
        self.unread = self.unread + data if self.unread else data
        self.looks = _LOOKS_FOR_AN_END
        self._read()

    def _read(self) -> None:
        """Reads as far as may be read at present, and keeps the rest."""
        going_on = True
        while self.unread and going_on:
            match self.phase:
                case Phase.HEAD:
                    going_on = not self.flow.write_paused and self._read_head()
                case Phase.BODY:
                    self._read_body()
                case Phase.REST_OF_BODY:
                    before = len(self.unread)
                    self._read_body()
                    self._pass_over(before - len(self.unread))
                case Phase.END:
                    passed, self.unread = len(self.unread), b""
                    self._pass_over(passed)
                case Phase.ANSWER:
                    going_on = False
        if self.phase == Phase.ANSWER or self.flow.write_paused:
            if self.unread:
                self.flow.pause_reading()
        elif self.phase != Phase.BODY:
            self.flow.resume_reading()
        self.count()

    def _read_head(self) -> bool:
        """Reads one head. ``False`` means that it is not complete. Empty lines may precede it."""
        unread = self.unread = self.unread.lstrip(b"\r\n")
        found = unread.find(head.END)
        size = len(unread) if found < 0 else found + len(head.END)
        whole = unread[:size]
        try:
            head.check_size(whole, self.limits)
            if found < 0:
                self.wait_for_head()
                head.check_beginning(whole)
                return False
            self.unread = unread[size:]
            self.parse_head(head.without_upgrade(whole))
        except Problem as problem:
            if self.phase == Phase.HEAD:
                self.refuse(problem, to_head=whole.startswith(b"HEAD "))
            else:
                self.break_off(problem)
        return True

    def _read_body(self) -> None:
        piece, self.unread = self.divided(self.unread)
        if self.is_chunked:
            self._framing_left -= len(piece)
        try:
            self.parse(piece)
            if self._framing_left < 0:
                raise Problem("request-malformed", 400)
        except Problem as problem:
            self.break_off(problem)

    def _pass_over(self, size: int) -> None:
        self.rest_left -= size
        if self.rest_left < 0:
            self.unread = b""
            self.phase = Phase.END
            self.transport.abort()

    def request_began(self) -> None:
        self._framing_left = self.limits.head_bytes
        self.phase, self.due = Phase.BODY, inf

    def on_body(self, body: bytes) -> None:
        if self.is_chunked:
            self._framing_left += (1 + FRAMING_FOR_A_BYTE) * len(body)
        if self.phase == Phase.BODY:
            self.cycle.body += body
            self.cycle.message_event.set()
            if len(self.cycle.body) > HIGH_WATER_LIMIT:
                self.flow.pause_reading()

    def on_message_complete(self) -> None:
        if self.phase == Phase.BODY:
            self.phase = Phase.ANSWER
            self.cycle.more_body = False
            self.cycle.message_event.set()
            self.crowd.works(self, self.party)
        else:
            self.wait_for_request()

    def speaking(self) -> None:
        self.crowd.works(self, self.party)

    def consumed(self) -> None:
        if not self.unread:
            self.flow.resume_reading()
        self.count()

    def on_response_complete(self) -> None:
        self.server_state.total_requests += 1
        if self.transport.is_closing():
            return
        self.crowd.waits(self, self.party)
        if self.phase == Phase.BODY:
            self.cycle.body = bytearray()
            self.rest_left = self.limits.linger_bytes
            self.wait(Phase.REST_OF_BODY)
        else:
            self.wait_for_request()
        if self.unread or self.flow.read_paused:
            self._read()

    def resume_writing(self) -> None:
        super().resume_writing()
        self._read()


def protocol(crowd: Crowd) -> type[asyncio.Protocol]:
    """The protocol of a server whose connections are these, as uvicorn takes it."""
    return cast("type[asyncio.Protocol]", partial(Connection, crowd=crowd))
