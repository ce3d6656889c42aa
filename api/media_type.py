"""Reads what the headers of a request say about its body."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from api.problems import Problem

JSON: Final = b"application/json"
JSON_LINES: Final = b"application/jsonl"
FORM: Final = b"application/x-www-form-urlencoded"


class BodyHeaders(NamedTuple):
    """What was announced. ``media_type`` has no parameters, and is ``None`` if it is absent."""

    media_type: bytes | None
    length: int
    chunked: bool


def read_body_headers(headers: Iterable[tuple[bytes, bytes]]) -> BodyHeaders:
    """Reads the headers about the body. Raises a 4xx :class:`Problem` for a body we cannot read.

    Two different statements about one body are refused: the caller must not choose which of
    them a reader believes.
    """
    content_type = encoding = None
    length, chunked = 0, False
    for name, value in headers:
        if name == b"content-type":
            if content_type is not None:
                raise Problem("media-type-unsupported", 415)
            content_type = value
        elif name == b"content-length":
            length = int(value) if value.isdigit() and len(value) < 19 else 10**18
        elif name == b"content-encoding":
            encoding = value
        elif name == b"transfer-encoding":
            chunked = True
    if encoding is not None and encoding.strip().lower() not in (b"", b"identity"):
        raise Problem("encoding-unsupported", 415, headers={"accept-encoding": "identity"})
    if content_type is None or content_type == JSON:
        return BodyHeaders(content_type, length, chunked)
    return BodyHeaders(_checked(content_type), length, chunked)


def _checked(content_type: bytes) -> bytes:
    """The media type of a header. Its character set, if one is named, must be UTF-8."""
    media_type, *parameters = content_type.lower().split(b";")
    for parameter in parameters:
        name, _, value = parameter.strip().partition(b"=")
        if name.strip() == b"charset" and value.strip().strip(b'"') not in (b"utf-8", b"utf8"):
            raise Problem("charset-unsupported", 415)
    return media_type.strip()
