"""What llhttp reads on a connection becomes requests of the application."""

import asyncio
from typing import Any
from urllib.parse import unquote

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from api.problems import Problem
from cheguan.http.exchange import Exchange
from cheguan.http.gathering import Gathering
from cheguan.http.head import END, framing


class _ReadTooFar(Exception):
    """A request began behind a body whose length was not known beforehand."""


class ParsedRequests(HttpToolsProtocol):
    """uvicorn's protocol, fed with the head of one request, and then with its body.

    It begins no request by itself, and adds no trailer to the headers (RFC 9110 §6.5.1).
    """

    transport: Gathering
    cycle: Exchange

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._body_left: int | None = 0
        self.looks = 0
        self._may_begin = False
        self._in_head = False

    @property
    def is_chunked(self) -> bool:
        return self._body_left is None

    def divided(self, unread: bytes) -> tuple[bytes, bytes]:
        """What may belong to the body that is read, and what perhaps does not.

        A body in chunks ends with an empty line, and may hold some. Its end may have come in two
        parts, so the beginning of what came is looked at a few times.
        """
        left = self._body_left
        if left is None:
            end = 0
            if self.looks:
                self.looks -= 1
                end = unread.rfind(b"\n", 0, 3) + 1
            if not end and (found := unread.find(END)) >= 0:
                end = found + len(END)
            return (unread[:end], unread[end:]) if end else (unread, b"")
        piece = unread[:left]
        self._body_left = left - len(piece)
        return piece, unread[left:]

    def parse_head(self, whole: bytes) -> None:
        """Parses a head, and begins its request. Raises a :class:`Problem`."""
        self._may_begin = True
        self.parse(whole)
        if self._may_begin or self._in_head:
            raise Problem("request-malformed", 400)

    def parse(self, piece: bytes) -> None:
        """Raises a :class:`Problem` for what is not HTTP."""
        try:
            self.parser.feed_data(piece)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade) as error:
            cause = error.__context__
            raise (
                cause if isinstance(cause, Problem) else Problem("request-malformed", 400)
            ) from None

    def on_message_begin(self) -> None:
        if not self._may_begin:
            raise _ReadTooFar
        self._may_begin, self._in_head = False, True
        super().on_message_begin()

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._in_head:
            self.headers.append((name.lower(), value))

    def on_headers_complete(self) -> None:
        self._in_head = False
        parser, scope = self.parser, self.scope
        version = parser.get_http_version()
        frame = framing(version, self.headers)
        if parser.should_upgrade():
            raise Problem("request-malformed", 400)
        self._body_left = frame.length
        url = httptools.parse_url(self.url)
        path = url.path.decode("ascii")
        scope["method"] = parser.get_method().decode("ascii")
        scope["http_version"] = version
        scope["path"] = unquote(path) if "%" in path else path
        scope["raw_path"] = url.path
        scope["query_string"] = url.query or b""
        self.cycle = Exchange(
            scope=scope,
            transport=self.transport,
            flow=self.flow,
            logger=self.logger,
            access_logger=self.access_logger,
            access_log=False,
            default_headers=self.server_state.default_headers,
            message_event=asyncio.Event(),
            expect_100_continue=frame.expects_continue,
            keep_alive=version != "1.0" and parser.should_keep_alive(),
            on_response=self.on_response_complete,
        )
        self.cycle.connection = self
        self.request_began()
        self._start_asgi_task(self.cycle, self.app)

    def request_began(self) -> None:
        raise NotImplementedError

    def speaking(self) -> None:
        raise NotImplementedError

    def consumed(self) -> None:
        raise NotImplementedError
