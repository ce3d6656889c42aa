"""Tells whether the process lives and is ready, and what it counts."""

from typing import Any

from fastapi import APIRouter, Depends
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.responses import JSONResponse, Response

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
)
from api.permissions import public
from domain.event_store.pending import StoreUnavailable
from domain.event_store.reactions.standing import standing as reaction_standing
from domain.reactions import declared
from projections.engine.standing import corrected, relays, standing

router = APIRouter(tags=["health"], dependencies=[Depends(public())])


@router.get("/health/live", operation_id="live", summary="The process answers")
async def live() -> dict[str, str]:
    return {"status": "live"}


@router.get("/health/ready", operation_id="ready", summary="Commands are taken; lag of the reads")
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
        return JSONResponse({"status": "unready", "cause": str(unready)}, 503)
    except Exception as away:  # noqa: BLE001 - whatever keeps it from being ready
        return JSONResponse({"status": "unready", "cause": type(away).__name__}, 503)
    return JSONResponse({"status": "ready", "projections": lag, "reactions": reactions})


@router.get("/metrics", operation_id="metrics", summary="Prometheus metrics")
async def metrics(desk: TheDesk) -> Response:
    for name, place in (await _lag(desk)).items():
        PROJECTION_LAG.labels(name).set(place["behind"])
        PROJECTION_PARKED.labels(name).set(place["parked"])
    for name, place in (await _reactions(desk)).items():
        REACTION_LAG.labels(name).set(place["behind"])
        REACTION_POSTPONED.labels(name).set(place["postponed"])
        REACTION_GIVEN_UP.labels(name).set(place["given_up"])
        REACTION_STOPPED.labels(name).set(place["stopped"] is not None)
    async with desk.health.connection() as connection:
        for topic, behind in (await relays(connection)).items():
            RELAY_LAG.labels(topic).set(behind)
        for counted in await corrected(connection):
            FEED_DROPPED.labels(counted.name).set(counted.dropped)
            FEED_REPAIRED.labels(counted.name).set(counted.repaired)
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


async def _lag(desk: TheDesk) -> dict[str, Any]:
    async with desk.health.connection() as connection:
        return {
            name: {"position": place.position, "behind": place.behind, "parked": place.parked}
            for name in desk.read_models
            for place in (await standing(connection, name),)
        }


async def _reactions(desk: TheDesk) -> dict[str, Any]:
    async with desk.health.connection() as connection:
        names = [each.name for each in declared(desk.codec)]
        stands = await reaction_standing(connection, names)
    shown = ("position", "behind", "postponed", "given_up", "stopped")
    return {each.name: {name: getattr(each, name) for name in shown} for each in stands}
