"""Tells whether the process lives and is ready, and what it counts."""

from typing import Literal, TypedDict

from fastapi import APIRouter, Depends
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.responses import PlainTextResponse, Response

from api.dependencies import TheDesk
from api.metrics import (
    FEED_DROPPED,
    FEED_REPAIRED,
    PROJECTION_LAG,
    PROJECTION_PARKED,
    REACTION_GIVEN_UP,
    REACTION_LAG,
    REACTION_POSTPONED,
    REACTION_STOPPED,
    RELAY_LAG,
    SET_ASIDE,
)
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import answered, joined
from api.openapi.schemas import Described, schema_of
from api.permissions import public
from domain.event_store import set_aside
from domain.event_store.pending import StoreUnavailable
from domain.event_store.reactions.standing import standing as reaction_standing
from domain.reactions import declared
from projections.engine.standing import corrected, relays, standing

router = APIRouter(tags=["health"], dependencies=[Depends(public())], route_class=TypedRoute)


class Liveness(TypedDict):
    """The process answers."""

    status: Literal["live"]


class ReadModelLag(TypedDict):
    """How far a read model is."""

    position: int
    behind: int
    parked: int


class ReactionLag(TypedDict):
    """How far a reaction is, and what keeps it."""

    position: int
    behind: int
    postponed: int
    given_up: int
    stopped: str | None


class Readiness(TypedDict):
    """Commands are taken."""

    status: Literal["ready"]
    projections: dict[str, ReadModelLag]
    reactions: dict[str, ReactionLag]


class Unreadiness(TypedDict):
    """Nothing is taken at present, for this cause."""

    status: Literal["unready"]
    cause: str


@router.get("/health/live", operation_id="live", summary="The process answers")
async def live() -> Answer[Liveness]:
    return Answer({"status": "live"})


@router.get(
    "/health/ready",
    operation_id="ready",
    summary="Commands are taken; lag of the reads",
    openapi_extra=joined(answered(schema_of(Readiness)), answered(schema_of(Unreadiness), 503)),
)
async def ready(desk: TheDesk) -> Response:
    """Answers 503 while the store is away, read-only, or not served.

    ``behind`` counts events that are not folded yet, or that nothing has followed from yet.
    ``parked`` are streams that could not be folded, ``given_up`` consequences that nobody
    tries any more, and ``stopped`` names the refusal for which a reaction stands still.
    """
    try:
        await desk.log.ready()
        lag, reactions = await _lag(desk), await _reactions(desk)
    except StoreUnavailable as unready:
        return _unready(str(unready))
    except Exception as away:  # noqa: BLE001 - whatever keeps it from being ready
        return _unready(type(away).__name__)
    told: Readiness = {"status": "ready", "projections": lag, "reactions": reactions}
    return Answer(told)


def _unready(cause: str) -> Answer[Unreadiness]:
    return Answer({"status": "unready", "cause": cause}, 503)


@router.get(
    "/metrics",
    operation_id="metrics",
    summary="Prometheus metrics",
    response_class=PlainTextResponse,
    openapi_extra=answered(Described({"type": "string"}, {}), media_type="text/plain"),
)
async def metrics(desk: TheDesk) -> Response:
    for name, place in (await _lag(desk)).items():
        PROJECTION_LAG.labels(name).set(place["behind"])
        PROJECTION_PARKED.labels(name).set(place["parked"])
    for name, reaction in (await _reactions(desk)).items():
        REACTION_LAG.labels(name).set(reaction["behind"])
        REACTION_POSTPONED.labels(name).set(reaction["postponed"])
        REACTION_GIVEN_UP.labels(name).set(reaction["given_up"])
        REACTION_STOPPED.labels(name).set(reaction["stopped"] is not None)
    async with desk.health.connection() as connection:
        for topic, behind in (await relays(connection)).items():
            RELAY_LAG.labels(topic).set(behind)
        SET_ASIDE.clear()
        for worker, why, count in await set_aside.counted(connection):
            SET_ASIDE.labels(worker, why).set(count)
        for counted in await corrected(connection):
            FEED_DROPPED.labels(counted.name).set(counted.dropped)
            FEED_REPAIRED.labels(counted.name).set(counted.repaired)
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


async def _lag(desk: TheDesk) -> dict[str, ReadModelLag]:
    async with desk.health.connection() as connection:
        return {
            name: {"position": place.position, "behind": place.behind, "parked": place.parked}
            for name in desk.read_models
            for place in (await standing(connection, name),)
        }


async def _reactions(desk: TheDesk) -> dict[str, ReactionLag]:
    async with desk.health.connection() as connection:
        names = [each.name for each in declared(desk.codec)]
        stands = await reaction_standing(connection, names)
    return {
        each.name: {
            "position": each.position,
            "behind": each.behind,
            "postponed": each.postponed,
            "given_up": each.given_up,
            "stopped": each.stopped,
        }
        for each in stands
    }
