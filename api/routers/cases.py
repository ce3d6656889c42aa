"""One case at the officers' desk, and a route for every command on it."""

from collections.abc import Awaitable, Callable
from typing import Any, Final
from uuid import UUID

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from api.commanding import (
    SLUGS,
    answer,
    carried_out,
    idempotency_key,
    read_command,
    request_by,
    version_expected,
    with_sealed_note,
)
from api.dependencies import OFFICERS, Officer, Reader, TheLanguage, TheParts
from api.identity import Identity
from api.parts import Parts
from api.views.case import case_view
from domain.case.case import CASE
from domain.door.outcome import Outcome
from domain.message import Command
from domain.people import Role

router = APIRouter(prefix="/cases", tags=["cases"])

_DESK: Final = frozenset({*OFFICERS, Role.HQ})


@router.get("/{case}", operation_id="getCase", summary="One case as it stands")
async def one_case(
    case: UUID, parts: TheParts, identity: Reader, language: TheLanguage
) -> Response:
    return await case_view(parts, identity, case, language)


def _commanding(
    kind: type[Command],
) -> Callable[[UUID, Request, Parts, Identity], Awaitable[Response]]:
    async def command(case: UUID, request: Request, parts: TheParts, identity: Officer) -> Response:
        body = await request.body()
        asked = request_by(
            identity,
            case=case,
            name=kind.__name__,
            body=body,
            key=idempotency_key(request),
            expected=version_expected(request),
        )
        given: Any = read_command(kind, request, body)
        outcome = await carried_out(parts, asked.command_id, _handled(parts, case, given, asked))
        return answer(outcome, identity.actor.role)

    async def _handled(parts: Parts, case: UUID, given: Any, asked: Any) -> Outcome:
        prepared = await with_sealed_note(parts, case, given, asked.by)
        return await parts.door.handle(CASE, case, prepared, asked)

    return command


for _row in CASE.decisions:
    _kind = _row.command
    if _row.by & _DESK:
        _schema = msgspec.json.schema(_kind, ref_template="#/components/schemas/{name}")
        router.add_api_route(
            f"/{{case}}/{SLUGS[_kind.__name__]}",
            _commanding(_kind),
            methods=["POST"],
            operation_id=f"{_kind.__name__[0].lower()}{_kind.__name__[1:]}",
            summary=(_kind.__doc__ or _kind.__name__).strip().split("\n")[0].rstrip("."),
            openapi_extra={
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": _schema["$defs"][_kind.__name__],
                        }
                    }
                },
                "x-definitions": _schema["$defs"],
            },
        )
