"""Makes one header of those that were sent several times (RFC 9110 §5.3)."""

from collections.abc import Iterable
from typing import Final

RawHeaders = list[tuple[bytes, bytes]]

_JOINED: Final = frozenset({b"accept-language", b"idempotency-key", b"if-match", b"if-none-match"})
"""The lines of a list are the parts of one list. Of two keys there comes a text with a blank,
which is none: the caller must not choose which of them a reader believes.
"""


def combined(headers: Iterable[tuple[bytes, bytes]]) -> RawHeaders:
    """Joins the lines of a header. The readers of the others look for repetitions themselves."""
    sent = list(headers)
    if len({name for name, _ in sent}) == len(sent):
        return sent
    lines: dict[bytes, list[bytes]] = {}
    for name, value in sent:
        lines.setdefault(name, []).append(value)
    kept = [(name, value) for name, value in sent if name not in _JOINED]
    return kept + [(name, b", ".join(lines[name])) for name in sorted(_JOINED & lines.keys())]
