"""What an operation adds to its description: bodies, answers, headers, and what they refer to."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Final

from api.openapi.schemas import Described, Schema
from domain.titles import Title

JSON: Final = "application/json"
DEFINITIONS: Final = "x-definitions"
"""Where an operation keeps the schemas that it refers to, until all are put together."""


def asked(body: Described, *, required: bool = True, media_type: str = JSON) -> Schema:
    """The body that an operation takes. Without ``required`` it may be left out."""
    return {
        "requestBody": {"required": required, "content": {media_type: {"schema": body.schema}}},
        DEFINITIONS: body.definitions,
    }


def answered(
    content: Described, status: int = 200, headers: Sequence[str] = (), media_type: str = JSON
) -> Schema:
    """The answer that an operation gives, with the headers of these names."""
    return joined(
        {
            "responses": {
                str(status): {
                    "description": HTTPStatus(status).phrase,
                    "content": {media_type: {"schema": content.schema}},
                }
            },
            DEFINITIONS: content.definitions,
        },
        headed(*headers, status=status),
    )


def headed(*headers: str, status: int = 200) -> Schema:
    """The headers of an answer, by their names in the components."""
    named = {name: {"$ref": f"#/components/headers/{name}"} for name in headers}
    return {"responses": {str(status): {"headers": named}}} if named else {}


def titled(title: Title) -> Schema:
    """What the operation is called in both languages."""
    return {"x-title": {"zh": title.zh, "en": title.en}}


def without_content(status: int, description: str) -> Schema:
    """An answer that has no body."""
    return {"responses": {str(status): {"description": description}}}


def sent(*parameters: Schema) -> Schema:
    """Parameters of an operation that FastAPI does not see."""
    return {"parameters": list(parameters)}


def joined(*parts: Schema) -> Schema:
    """All parts as one. Lists follow each other, and of two values the later stands."""
    whole: Schema = {}
    for part in parts:
        for name, value in part.items():
            here = whole.get(name)
            if isinstance(here, dict) and isinstance(value, dict):
                whole[name] = joined(here, value)
            elif isinstance(here, list) and isinstance(value, list):
                whole[name] = [*here, *(each for each in value if each not in here)]
            else:
                whole[name] = value
    return whole
