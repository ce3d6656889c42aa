"""Which stream an address means."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import Path

from api.resource import Resource

_LONGEST = 64


def stream_in(resource: Resource[Any]) -> Callable[..., Awaitable[UUID]]:
    """A dependency that reads the stream from the step of the path that its kind names.

    It is the id itself, or a name from which the id is computed.
    """
    compute, step = resource.stream_of, resource.of.kind
    if compute is None:

        async def by_id(stream: Annotated[UUID, Path(alias=step)]) -> UUID:
            return stream

        return by_id

    async def by_name(
        name: Annotated[str, Path(alias=step, min_length=1, max_length=_LONGEST)],
    ) -> UUID:
        return compute(name)

    return by_name
