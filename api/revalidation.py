"""Answers a look at what the caller has already: 304 without a body (RFC 9110 §13.1.2, §13.2.2)."""

from typing import Final

from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from api.entity_tags import Malformed, read_tags, strongly, weakly
from api.language import preferred
from api.problems import Problem

_METHODS: Final = frozenset({"GET", "HEAD"})
_OF_THE_BODY: Final = frozenset({b"content-length", b"content-type"})
_NOT_MODIFIED: Final = 304


def revalidated(scope: Scope, receive: Receive, send: Send) -> Send:
    """Wraps ``send`` so that an answer with an ``ETag`` obeys the preconditions of the look.

    ``If-Match`` comes first: 412 if it does not name the tag. No route can forget it, and one
    without an ``ETag`` is answered as if no precondition had been sent.
    """
    if scope["method"] not in _METHODS:
        return send
    headers = Headers(scope=scope)
    if "if-none-match" not in headers and "if-match" not in headers:
        return send
    answered = False

    async def sending(message: Message) -> None:
        nonlocal answered
        if answered:
            return
        if message["type"] != "http.response.start" or message["status"] != 200:
            await send(message)
            return
        etag = Headers(raw=list(message.get("headers", ()))).get("etag")
        try:
            unchanged = etag is not None and _unchanged(headers, etag)
        except Problem as problem:
            answered = True
            language = preferred(headers.get("accept-language"))
            await problem.response(language)(scope, receive, send)
            return
        if not unchanged:
            await send(message)
            return
        answered = True
        kept = [header for header in message["headers"] if header[0] not in _OF_THE_BODY]
        await send({**message, "status": _NOT_MODIFIED, "headers": kept})
        await send({"type": "http.response.body"})

    return sending


def _unchanged(headers: Headers, etag: str) -> bool:
    """Whether the caller has it already. Raises 412 if he wants another, 400 for no list."""
    name = "if-match"
    try:
        if (wanted := headers.get(name)) is not None and not strongly(read_tags(wanted), etag):
            raise Problem("precondition-failed", 412)
        name = "if-none-match"
        had = headers.get(name)
        return had is not None and weakly(read_tags(had), etag)
    except Malformed:
        raise Problem(f"{name}-invalid", 400) from None
