"""Audit replay: the events of a stream of any kind, and the stream as of any moment."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from api.dependencies import Reader, TheDesk, TheLanguage
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.openapi.operation import answered
from api.openapi.schemas import Described, ref
from api.openapi.stream_schemas import history_of
from api.problems import Problem
from api.resource import Resource
from api.views.history import history_view, unopened_parts
from domain.aggregate import Aggregate
from domain.case.case import CASE
from domain.door.refusals import NotFound

router = APIRouter(prefix="/audit", tags=["audit"])


@router.get(
    "/cases/{case}/history",
    operation_id="caseHistory",
    summary="Who did what, when",
    openapi_extra=answered(history_of(CASE)),
)
async def case_history(
    request: Request,
    case: UUID,
    desk: TheDesk,
    identity: Reader,
    language: TheLanguage,
    at: str | None = None,
) -> Response:
    """Shows each event with the rules and the program behind it. ``at`` gives a past moment."""
    resources = request.app.state.resources
    return await _history(desk, CASE, case, identity, language, at, resources)


@router.get(
    "/{kind}/{stream}/history",
    operation_id="streamHistory",
    summary="Who did what to a stream of any kind, when",
    openapi_extra=answered(Described(ref("AnyHistory"), {})),
)
async def stream_history(
    request: Request,
    kind: str,
    stream: UUID,
    desk: TheDesk,
    identity: Reader,
    language: TheLanguage,
    at: str | None = None,
) -> Response:
    """Shows the same of every aggregate, by the name of its kind."""
    of = desk.codec.by_kind.get(kind)
    if of is None:
        raise Problem("not-found", 404)
    resources = request.app.state.resources
    return await _history(desk, of, stream, identity, language, at, resources)


async def _history(
    desk: Desk,
    of: Aggregate[Any],
    stream: UUID,
    identity: Identity,
    language: Language,
    at: str | None,
    resources: Iterable[Resource[Any]],
) -> Response:
    told = await desk.door.history(stream, identity.actor)
    if told.of is not of:
        raise NotFound
    desk.accesses.history_seen(told.opened, identity.actor)
    unopened = await unopened_parts(desk, resources, told)
    content = history_view(told, at, language) | {"unopened": unopened}
    return Response(msgspec.json.encode(content), media_type="application/json")
