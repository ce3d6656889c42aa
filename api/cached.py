"""Answers that are the same for everybody, and that a cache may keep."""

from hashlib import sha256
from typing import Final

from starlette.responses import Response

HOUR: Final = 3_600


def cached(
    content: bytes, *, seconds: int = HOUR, media_type: str = "application/json"
) -> Response:
    """JSON, or what else it is, with its ETag. Whoever names that has it already, and is told so
    (:mod:`api.revalidation`).
    """
    headers = {
        "etag": f'"{sha256(content).hexdigest()[:32]}"',
        "cache-control": f"public, max-age={seconds}" if seconds else "no-cache",
    }
    return Response(content, headers=headers, media_type=media_type)
