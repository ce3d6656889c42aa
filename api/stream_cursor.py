"""The place of a stream in a list, as the opaque text that leads to the next page."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

from api.problems import Problem


def cursor_after(stream: UUID) -> str:
    """The cursor of the page behind ``stream``."""
    return urlsafe_b64encode(stream.bytes).decode().rstrip("=")


def stream_before(cursor: str) -> UUID:
    """The stream behind which a cursor goes on. Raises 400 for a text that is none of ours."""
    try:
        return UUID(bytes=urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError:
        raise Problem("cursor-invalid", 400) from None
