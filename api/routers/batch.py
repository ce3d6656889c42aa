"""Many applications in one request. Lines of JSON come in, and a result for each goes out."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from typing import Any, Final

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from api.command_request import idempotency_key
from api.dependencies import Applicant, TheDesk, TheLanguage
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.last_resort import logged
from api.media_type import JSON_LINES
from api.openapi.operation import answered, asked, joined, sent
from api.openapi.parameters import IDEMPOTENCY_KEY
from api.openapi.schemas import Described, lines_of, named, ref
from api.openapi.stream_schemas import receipt_of
from api.problems import Problem, Problems
from api.receipt import view
from api.submission import submitted
from domain.case.case import CASE
from domain.refusal import Refusal

router = APIRouter(prefix="/applications", tags=["applications"])

PATH: Final = "/api/v1/applications/batch"
_AT_ONCE: Final = 128
_LINES: Final = JSON_LINES.decode()
_RECEIPT: Final = receipt_of(CASE)
_LINE: Final = named(
    "BatchLine",
    {
        "type": "object",
        "description": "What came of a line: beside these a receipt, or a problem.",
        "required": ["line", "status"],
        "properties": {
            "line": {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "null"}]},
            "status": {"type": "integer"},
        },
        "additionalProperties": True,
    },
    _RECEIPT.definitions,
)


@router.post(
    "/batch",
    operation_id="submitApplications",
    summary="Submit many applications",
    response_class=StreamingResponse,
    openapi_extra=joined(
        asked(lines_of(Described(ref("AnyApplication"), {})), media_type=_LINES),
        answered(lines_of(_LINE), media_type=_LINES),
        sent({**IDEMPOTENCY_KEY, "required": True}),
    ),
)
async def batch(
    request: Request, desk: TheDesk, identity: Applicant, language: TheLanguage
) -> StreamingResponse:
    """Each line is a body of ``POST /applications``. Line *n* has the key ``KEY:n``.

    A bad line fails alone. If the upload is sent again with the same key, lines that were
    stored are answered as before. So one that broke off is simply repeated.
    """
    key = idempotency_key(request)
    if key is None or len(key) > 100:
        raise Problem("idempotency-key-missing" if key is None else "idempotency-key-invalid", 400)
    return _Streamed(_results(request, desk, identity, language, key), media_type=_LINES)


class _Streamed(StreamingResponse):
    """An answer that does not listen for a disconnect, which would take lines from the reader."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.stream_response(send)


async def _results(
    request: Request, desk: Desk, identity: Identity, language: Language, key: str
) -> AsyncIterator[bytes]:
    """Gives results in the order of the lines. A bounded number of lines is under way."""
    under_way: deque[asyncio.Task[bytes]] = deque()
    problems = request.app.state.problems
    try:
        async for number, line in _lines(request):
            result = _result(desk, problems, identity, language, f"{key}:{number}", number, line)
            under_way.append(asyncio.create_task(result))
            if len(under_way) >= _AT_ONCE:
                yield await under_way.popleft()
        while under_way:
            yield await under_way.popleft()
    except Problem as broken_off:
        while under_way:
            yield await under_way.popleft()
        yield _line({"line": None, **broken_off.body(language)})
    finally:
        for task in under_way:
            task.cancel()


async def _lines(request: Request) -> AsyncIterator[tuple[int, bytes]]:
    number, rest = 0, b""
    async for chunk in request.stream():
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            number += 1
            if line.strip():
                yield number, line
    if rest.strip():
        yield number + 1, rest


async def _result(
    desk: Desk,
    problems: Problems,
    identity: Identity,
    language: Language,
    key: str,
    number: int,
    line: bytes,
) -> bytes:
    try:
        outcome = await submitted(desk, identity, key, line, language)
    except Problem as problem:
        return _line({"line": number, **problem.body(language)})
    except Refusal as refusal:
        return _line({"line": number, **problems.of(refusal).body(language)})
    except Exception as error:  # noqa: BLE001 - a line never takes the others with it
        return _line({"line": number, **logged(error).body(language)})
    return _line(
        {"line": number, "status": 201, **view(desk.actions, outcome, identity.actor.role)}
    )


def _line(result: dict[str, Any]) -> bytes:
    return msgspec.json.encode(result, enc_hook=str) + b"\n"
