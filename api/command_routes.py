"""A route for every command that somebody may give over HTTP, made from the rows of a resource."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.actions import slug
from api.command_outcome import carried_out
from api.command_request import (
    idempotency_key,
    read_command,
    request_by,
    required_key,
)
from api.dependencies import TheDesk
from api.identity import Identity
from api.openapi.operation import answered, asked, joined, sent, titled
from api.openapi.parameters import IDEMPOTENCY_KEY, IF_MATCH
from api.openapi.schemas import command_body
from api.openapi.stream_schemas import receipt_of
from api.permissions import require
from api.preconditions import NOTHING, Versions, versions_named, versions_required
from api.receipt import receipt
from api.resource import API, OFFICIALS, Resource
from api.sealed_text import with_sealed_text
from api.stream_address import stream_in
from domain.aggregate import Decision
from domain.case_id import new_case_id
from domain.door.door import Begun
from domain.named_person import as_events_name_him
from domain.people import Role

Row = Decision[Any, Any]
Endpoint = Callable[..., Awaitable[Response]]


def add_commands(router: APIRouter, resource: Resource[Any]) -> None:
    """Adds ``POST /{stream}/COMMAND`` for each command, or ``POST /COMMAND`` for what begins.

    Only a stream whose id is drawn begins without one in the address.
    """
    for row in resource.decisions:
        last = slug(row.command)
        if resource.begins(row):
            _add(router, resource, row, f"/{last}", _beginning(resource, row), 201)
        else:
            _add(router, resource, row, f"/{{{resource.of.kind}}}/{last}", _on(resource, row), 200)


def _add(
    router: APIRouter, resource: Resource[Any], row: Row, path: str, endpoint: Endpoint, status: int
) -> None:
    name = row.command.__name__
    title = resource.of.words.commands[name]
    body = command_body(row.command, resource.of.words.fields)
    begins = ("Location",) if status == 201 else ()
    must_name = resource.givers(row) <= OFFICIALS and not resource.only_first(row)
    router.add_api_route(
        path,
        endpoint,
        methods=["POST"],
        status_code=status,
        operation_id=f"{name[0].lower()}{name[1:]}",
        summary=title.en,
        description="\n\n".join(filter(None, (title.zh, row.command.__doc__))),
        openapi_extra=joined(
            titled(title),
            sent({**IDEMPOTENCY_KEY, "required": True})
            if status == 201
            else sent({**IF_MATCH, "required": must_name}, IDEMPOTENCY_KEY),
            asked(body, required=bool(row.command.__struct_fields__)),
            answered(receipt_of(resource.of), status, ("ETag", "Idempotency-Replayed", *begins)),
        ),
    )


def _on(resource: Resource[Any], row: Row) -> Endpoint:
    """The endpoint of a command to a stream in the address.

    An officer names the version that he saw; whoever comes in his own matter may.
    """
    kind = row.command
    giver, address = require(*resource.givers(row)), stream_in(resource)

    def expected(request: Request, role: Role) -> Versions | None:
        if resource.only_first(row):
            return versions_named(request.headers) or NOTHING
        read = versions_required if role in OFFICIALS else versions_named
        return read(request.headers)

    async def command(
        request: Request,
        desk: TheDesk,
        identity: Annotated[Identity, Depends(giver)],
        stream: Annotated[UUID, Depends(address)],
    ) -> Response:
        body, role = await request.body(), identity.actor.role
        by = request_by(
            identity,
            stream=stream,
            name=kind.__name__,
            body=body,
            key=idempotency_key(request),
            expected=expected(request, role),
        )
        given = read_command(kind, request, body)
        named = as_events_name_him(given, desk.verifier.home)
        told = with_sealed_text(desk, resource.key_of, named)
        outcome = await carried_out(
            desk, by.command_id, desk.door.handle(resource.of, stream, told, by)
        )
        return receipt(desk.actions, outcome, role)

    return command


def _beginning(resource: Resource[Any], row: Row) -> Endpoint:
    """The endpoint of a command that begins a stream under an id drawn here.

    The idempotency key sees to it that what is sent twice begins once.
    """
    kind, giver = row.command, require(*resource.givers(row))

    async def command(
        request: Request, desk: TheDesk, identity: Annotated[Identity, Depends(giver)]
    ) -> Response:
        body = await request.body()
        key = required_key(request.headers.get("idempotency-key"))
        by = request_by(identity, stream=None, name=kind.__name__, body=body, key=key)
        begun = Begun(_drawn(resource), read_command(kind, request, body), by)
        outcome = await carried_out(desk, by.command_id, desk.door.begin(resource.of, begun))
        return receipt(desk.actions, outcome, identity.actor.role, f"{API}/{resource.path}")

    return command


def _drawn(resource: Resource[Any]) -> UUID:
    return new_case_id() if resource.of.time_ordered else uuid4()
