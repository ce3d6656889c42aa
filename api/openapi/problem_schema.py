"""The schema of a problem (RFC 9457), and the answers that are problems."""

from typing import Any, Final

from api.openapi.schemas import Schema, ref

MEDIA_TYPE: Final = "application/problem+json"
_TEXT: Final[Schema] = {"type": "string"}

SCHEMAS: Final[Schema] = {
    "Problem": {
        "title": "Problem",
        "description": "Why a request was not carried out (RFC 9457). `type` leads to a page.",
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": {"type": "string", "format": "uri-reference"},
            "title": _TEXT,
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": _TEXT,
            "defects": {"type": "array", "items": ref("ProblemDefect")},
            "command_id": {"type": "string", "format": "uuid"},
            "violated-policies": {"type": "array", "items": _TEXT},
            "retry_after": {"type": "integer", "minimum": 1},
        },
    },
    "ProblemDefect": {
        "title": "ProblemDefect",
        "description": "One thing that is wrong: where it stands, which rule it breaks.",
        "type": "object",
        "required": ["pointer", "rule", "text"],
        "properties": {
            "in": {**_TEXT, "description": "Where it stands, if not in the body."},
            "pointer": {"type": "string", "format": "json-pointer"},
            "rule": _TEXT,
            "text": _TEXT,
            "law": _TEXT,
        },
    },
}
_SAYS: Final = {
    "400": ("BadRequest", "The request is badly formed."),
    "401": ("Unauthenticated", "There is no valid token."),
    "403": ("Forbidden", "The caller's role does not include this."),
    "404": ("NotFound", "There is no such thing, or it is not the caller's to see."),
    "409": ("Conflict", "It does not fit what has happened."),
    "412": ("PreconditionFailed", "It has moved on since the caller looked."),
    "413": ("TooLarge", "The body is too large."),
    "415": ("UnsupportedMediaType", "The body is of another media type."),
    "422": ("Unprocessable", "The content has defects, which are all listed."),
    "428": (
        "PreconditionRequired",
        "`If-Match` is missing, or `If-None-Match: *` for what has not begun.",
    ),
    "429": ("TooManyRequests", "A limit is used up; `Retry-After` says when to try again."),
    "503": ("Unavailable", "It cannot be done just now; `Retry-After` says when to try again."),
}
_OF_EACH: Final = ("400", "429", "503")
_OF_BODIES: Final = ("409", "413", "415", "422")
_HEADERS: Final = {
    "401": ("WWW-Authenticate",),
    "429": ("Retry-After", "RateLimit", "RateLimit-Policy"),
    "503": ("Retry-After",),
}


def _response(status: str, description: str) -> Schema:
    headers = {
        name: {"$ref": f"#/components/headers/{name}"}
        for name in ("Content-Language", *_HEADERS.get(status, ()))
    }
    content = {MEDIA_TYPE: {"schema": ref("Problem")}}
    return {"description": description, "headers": headers, "content": content}


RESPONSES: Final[Schema] = {
    **{name: _response(status, says) for status, (name, says) in _SAYS.items()},
    "Problem": _response("default", "Any other problem."),
}


def add_problems(operation: dict[str, Any]) -> None:
    """Adds the problems that an operation may answer with, in place of FastAPI's own 422."""
    responses = operation.setdefault("responses", {})
    responses.pop("422", None)
    parameters = {each.get("in") for each in operation.get("parameters", ())}
    named = {each.get("name") for each in operation.get("parameters", ())}
    statuses = {*_OF_EACH}
    if operation.get("security"):
        statuses |= {"401", "403"}
    if "path" in parameters or "query" in parameters:
        statuses |= {"404", "422"}
    if "path" in parameters:
        statuses.add("409")
    if "requestBody" in operation:
        statuses |= {"404", *_OF_BODIES}
    if "If-Match" in named:
        statuses |= {"412", "428"}
    for status in sorted(statuses):
        responses.setdefault(status, {"$ref": f"#/components/responses/{_SAYS[status][0]}"})
    responses["default"] = {"$ref": "#/components/responses/Problem"}
