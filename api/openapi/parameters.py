"""The headers of requests and answers, each described once."""

from typing import Final

from api.openapi.schemas import Schema

IDEMPOTENCY_KEY: Final[Schema] = {
    "name": "Idempotency-Key",
    "in": "header",
    "schema": {"type": "string", "minLength": 1, "maxLength": 128, "pattern": "^[!-~]+$"},
    "description": "The same key and body again give the same answer, once carried out.",
    "example": "5f0c6f9e-2b1d-4b8e-9d55-0f7e2c1a9b10",
}
IF_MATCH: Final[Schema] = {
    "name": "If-Match",
    "in": "header",
    "schema": {"type": "string"},
    "description": "The ETag as you saw it, several of them, or `*` (RFC 9110 §13.1.1); "
    '412 when it has moved on. `"v0"` is the ETag of what has not begun.',
    "example": '"v3"',
}
IF_NONE_MATCH: Final[Schema] = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string"},
    "description": "The ETag that you have; 304 while it is still the same.",
    "example": '"v2"',
}
ACCEPT_LANGUAGE: Final[Schema] = {
    "name": "Accept-Language",
    "in": "header",
    "required": False,
    "schema": {"type": "string"},
    "description": "`zh` or `en`: the language of titles and problems. Chinese unless asked.",
    "example": "en",
}
PARAMETERS: Final[Schema] = {"AcceptLanguage": ACCEPT_LANGUAGE}


def _header(description: str, example: str) -> Schema:
    return {"description": description, "schema": {"type": "string"}, "example": example}


HEADERS: Final[Schema] = {
    "ETag": _header("What to name in `If-Match` or `If-None-Match`.", '"v3"'),
    "Location": _header(
        "The address of what has begun.",
        "/api/v1/applications/0197e1a2-5b3c-7d4e-8f60-718293a4b5c6",
    ),
    "Idempotency-Replayed": _header("The answer that was given to this key before.", "true"),
    "Link": _header(
        "The following page, with `rel=next` (RFC 8288).",
        '</api/v1/applications?cursor=AZfhols8fU6PYHGCk6S1xg>; rel="next"',
    ),
    "Retry-After": _header("How many seconds to wait before asking again.", "2"),
    "RateLimit": _header(
        "What is left of each limit, and seconds until there is more "
        "(draft-ietf-httpapi-ratelimit-headers-11).",
        '"tracking-reference";r=4;t=720',
    ),
    "RateLimit-Policy": _header(
        "The limits: how many, and within how many seconds they are given again.",
        '"tracking-reference";q=5;w=3600',
    ),
    "Cache-Control": _header("For how long the answer may be kept.", "public, max-age=3600"),
    "Content-Language": _header("The language of the texts.", "zh-CN"),
    "WWW-Authenticate": _header("Which token is wanted (RFC 6750).", 'Bearer realm="cheguan"'),
}
