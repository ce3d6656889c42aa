"""An answer of a declared type. Its route says the type once, and the description repeats it."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from fastapi.routing import APIRoute
from starlette.responses import Response

from api.openapi.operation import answered, joined
from api.openapi.schemas import schema_of

Content = TypeVar("Content")


class Answer(Response, Generic[Content]):
    """``Answer[Tracked]`` carries a ``Tracked`` as JSON."""

    media_type = "application/json"

    def __init__(
        self, content: Content, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(msgspec.json.encode(content), status, headers)


class TypedRoute(APIRoute):
    """A route whose description holds the type of its answer, as its function declares it."""

    def __init__(self, path: str, endpoint: Any, **options: Any) -> None:
        returned = get_type_hints(endpoint).get("return")
        if get_origin(returned) is Answer:
            status = options.get("status_code") or 200
            typed = answered(schema_of(*get_args(returned)), status)
            options["response_model"] = None
            options["openapi_extra"] = joined(typed, options.get("openapi_extra") or {})
        super().__init__(path, endpoint, **options)
