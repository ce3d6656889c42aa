"""What a connection is told when its request never reaches the application."""

from collections.abc import Iterable
from typing import Final

from uvicorn.protocols.http.httptools_impl import STATUS_LINE

from api.language import Language
from api.problems import Problem
from api.security_headers import completed

_CLOSE: Final = (b"connection", b"close")


def refusal(
    problem: Problem,
    language: Language,
    default_headers: Iterable[tuple[bytes, bytes]],
    *,
    to_head: bool = False,
) -> bytes:
    """The whole answer. One ``to_head`` has no body (RFC 9110 §9.3.2)."""
    answer = problem.response(language)
    headers = [*default_headers, *completed(answer.raw_headers, "/"), _CLOSE]
    lines = b"".join(b"%b: %b\r\n" % header for header in headers)
    body = b"" if to_head else bytes(answer.body)
    return STATUS_LINE[problem.status] + lines + b"\r\n" + body
