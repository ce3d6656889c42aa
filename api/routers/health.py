"""Tells load balancers whether to send anything here. Operators are told why, and elsewhere."""

from typing import Final, Literal, TypedDict

from fastapi import APIRouter, Depends

from api.dependencies import TheDesk
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import answered
from api.openapi.schemas import schema_of
from api.permissions import public

AGAIN: Final = {"retry-after": "2"}

router = APIRouter(tags=["health"], dependencies=[Depends(public())], route_class=TypedRoute)


class Liveness(TypedDict):
    """The process answers."""

    status: Literal["live"]


class ReadyOrNot(TypedDict):
    """Whether commands are taken."""

    status: Literal["ready", "unready"]


@router.get("/health/live", operation_id="live", summary="The process answers")
async def live() -> Answer[Liveness]:
    return Answer({"status": "live"})


@router.get(
    "/health/ready",
    operation_id="ready",
    summary="Commands are taken",
    openapi_extra=answered(schema_of(ReadyOrNot), 503),
)
async def ready(desk: TheDesk) -> Answer[ReadyOrNot]:
    """Answers 503 while commands are not stored: the database is away, read-only or full.

    The reasons, and how far the reads are, stand at the address of the operators.
    """
    if await desk.readiness.cause():
        return Answer({"status": "unready"}, 503, AGAIN)
    return Answer({"status": "ready"})
