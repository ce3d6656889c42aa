"""Makes of the headers that were sent those that any reader may be given."""

from collections.abc import Iterable
from typing import Final

RawHeaders = list[tuple[bytes, bytes]]

_COOKIE: Final = b"cookie"
_QUOTE: Final = b'"'

_JOINED: Final = frozenset({b"accept-language", b"idempotency-key", b"if-match", b"if-none-match"})
"""The lines of a list are the parts of one list. Of two keys there comes a text with a blank,
which is none: the caller must not choose which of them a reader believes.
"""


def combined(headers: Iterable[tuple[bytes, bytes]]) -> RawHeaders:
    """Joins the lines of a header that was sent several times (RFC 9110 §5.3).

    The readers of the others look for repetitions themselves. Cookies in quotes are left out.
    """
    sent = list(headers)
    names = {name for name, _ in sent}
    if _COOKIE in names:
        sent = [(name, _unquoted(value) if name == _COOKIE else value) for name, value in sent]
    if len(names) == len(sent):
        return sent
    lines: dict[bytes, list[bytes]] = {}
    for name, value in sent:
        lines.setdefault(name, []).append(value)
    kept = [(name, value) for name, value in sent if name not in _JOINED]
    return kept + [(name, b", ".join(lines[name])) for name in sorted(_JOINED & lines.keys())]


def _unquoted(cookies: bytes) -> bytes:
    """Leaves out what is in quotes, as none of ours is.

    The standard library takes the quotes away in a time that grows with the square of the length.
    """
    if _QUOTE not in cookies:
        return cookies
    return b";".join(each for each in cookies.split(b";") if _QUOTE not in each)
