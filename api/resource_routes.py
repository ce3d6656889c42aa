"""The routes of one resource: a stream, its history, the list of its streams, its commands."""

from typing import Annotated, Any
from uuid import UUID

import msgspec
from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.command_routes import add_commands
from api.dependencies import Reading, TheDesk, TheLanguage
from api.identity import Identity
from api.openapi import stream_schemas
from api.openapi.operation import answered, joined, titled
from api.openapi.schemas import camel
from api.permissions import require
from api.resource import API, READERS, Resource
from api.stream_address import stream_in
from api.views.history import history_view
from api.views.stream import stream_view
from api.views.stream_list import list_view
from domain.door.refusals import NotFound
from domain.titles import Title
from projections.engine.projection import Projection


def router_of(resource: Resource[Any]) -> APIRouter:
    """Everything that follows from the line of an aggregate."""
    router = APIRouter(prefix=f"/{resource.path}", tags=[resource.path])
    if resource.listed:
        _add_list(router, resource, resource.listed)
    _add_one(router, resource)
    _add_history(router, resource)
    add_commands(router, resource)
    return router


def _add_one(router: APIRouter, resource: Resource[Any]) -> None:
    reader, address = require(*resource.readers), stream_in(resource)
    kind, one_title = resource.of.kind, f"One {resource.title.en} as it stands"
    schema = stream_schemas.one_of(
        resource.of,
        parts=resource.sealed is not None,
        days=resource.days is not None,
        lawful=bool(resource.lawful or resource.extended),
    )

    @router.get(
        f"/{{{kind}}}",
        operation_id=f"get{camel(kind)}",
        summary=one_title,
        openapi_extra=joined(
            answered(schema, headers=("ETag",)),
            titled(Title(f"查看{resource.title.zh}", one_title)),
        ),
    )
    async def one(
        desk: TheDesk,
        identity: Annotated[Identity, Depends(reader)],
        stream: Annotated[UUID, Depends(address)],
        language: TheLanguage,
    ) -> Response:
        return await stream_view(desk, resource, identity, stream, language)


def _add_list(router: APIRouter, resource: Resource[Any], projection: Projection[Any]) -> None:
    reader = require(*resource.readers)
    title = Title(
        f"可以查看的{resource.title.zh}", f"Every {resource.title.en} that the caller may see"
    )

    @router.get(
        "",
        operation_id=f"list{camel(resource.path)}",
        summary=title.en,
        openapi_extra=joined(
            answered(stream_schemas.list_of(projection.row, resource.path), headers=("Link",)),
            titled(title),
        ),
    )
    async def every(
        identity: Annotated[Identity, Depends(reader)],
        reading: Reading,
        language: TheLanguage,
        cursor: Annotated[str | None, Query(max_length=64)] = None,
    ) -> Response:
        """``Link: rel="next"`` leads to the following page."""
        page = await list_view(reading, resource, projection, identity.actor, cursor, language)
        headers = {}
        if page.following:
            address = f"{API}/{resource.path}?cursor={page.following}"
            headers["link"] = f'<{address}>; rel="next"'
        content = {resource.path: page.lines, "next": page.following}
        return Response(
            msgspec.json.encode(content), headers=headers, media_type="application/json"
        )


def _add_history(router: APIRouter, resource: Resource[Any]) -> None:
    reader, address = require(*resource.readers & READERS), stream_in(resource)
    kind = resource.of.kind
    title = Title(f"{resource.title.zh}的全部经过", f"Who did what to a {resource.title.en}, when")

    @router.get(
        f"/{{{kind}}}/history",
        operation_id=f"get{camel(kind)}History",
        summary=title.en,
        openapi_extra=joined(answered(stream_schemas.history_of(resource.of)), titled(title)),
    )
    async def history(
        desk: TheDesk,
        identity: Annotated[Identity, Depends(reader)],
        stream: Annotated[UUID, Depends(address)],
        language: TheLanguage,
        at: str | None = None,
    ) -> Response:
        """``at`` is a position of the log, or an instant with its zone."""
        told = await desk.door.history(stream, identity.actor)
        if told.of is not resource.of:
            raise NotFound
        desk.accesses.history_seen(told.opened, identity.actor)
        content = history_view(told, at, language)
        return Response(msgspec.json.encode(content), media_type="application/json")
