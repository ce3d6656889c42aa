"""Looks at the head of a request: its size before a parser sees it, and its framing after.

llhttp keeps a header in memory until it ends, however long that takes, and is lenient in places
where RFC 9112 is not.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from api.problems import Problem
from cheguan.http.limits import WireLimits

END: Final = b"\r\n\r\n"

_LINE: Final = b"\r\n"
_TOLD: Final = frozenset({b"host", b"content-length", b"transfer-encoding", b"expect"})
_HOST: Final = re.compile(rb"[!$&-.0-;=A-Z\[\]_a-z~%]{0,261}")
_UPGRADE: Final = re.compile(rb"\r\nUpgrade:", re.IGNORECASE)
_PASSED_OVER: Final = b"\r\nIgnored:"
_VERSIONS: Final = frozenset({"1.0", "1.1"})


class Framing(NamedTuple):
    """How much body follows. ``length`` is ``None`` for one that comes in chunks."""

    length: int | None
    expects_continue: bool


def check_size(head: bytes, limits: WireLimits) -> None:
    """Raises a :class:`Problem` for a head that is too large, whole or as far as it has come."""
    if len(head) > limits.request_line_bytes:
        end = head.find(_LINE, 0, limits.request_line_bytes)
        if end < 0:
            raise Problem("url-too-long", 414)
    if len(head) > limits.head_bytes or head.count(_LINE) > limits.head_lines:
        raise Problem("head-too-large", 431)


def check_beginning(part: bytes) -> None:
    """Raises a :class:`Problem` for what cannot become a head, so that nobody waits for its end."""
    begins = not part or part[:1].isalpha()
    if not begins or part.count(b"\n") != part.count(_LINE):
        raise Problem("request-malformed", 400)


def without_upgrade(head: bytes) -> bytes:
    """The head of a request that asks for no other protocol (RFC 9110 §7.8 lets us pass it over).

    llhttp takes such a request to have no body.
    """
    if b"pgrade:" in head or b"PGRADE:" in head:
        return _UPGRADE.sub(_PASSED_OVER, head)
    return head


def framing(version: str, headers: Iterable[tuple[bytes, bytes]]) -> Framing:
    """What the headers say of the request as a message. Raises a :class:`Problem`.

    One ``Host`` is required (RFC 9112 §3.2), and of the transfer codings we know ``chunked``
    alone (§6.1).
    """
    if version not in _VERSIONS:
        raise Problem("version-unsupported", 505)
    hosts, length, coding, expects = 0, 0, None, False
    for name, value in headers:
        if name not in _TOLD:
            continue
        if name == b"host":
            hosts += 1
            if hosts > 1 or not _HOST.fullmatch(value):
                raise Problem("host-invalid", 400)
        elif name == b"content-length":
            length = int(value) if len(value) < 19 else 10**18
        elif name == b"transfer-encoding":
            if coding is not None or value.strip().lower() != b"chunked":
                raise Problem("transfer-coding-unsupported", 501)
            coding = value
        else:
            expects = value.lower() == b"100-continue"
    if version == "1.1":
        if not hosts:
            raise Problem("host-invalid", 400)
    elif coding is not None:
        raise Problem("request-malformed", 400)
    return Framing(length if coding is None else None, expects)
