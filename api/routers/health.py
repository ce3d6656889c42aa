"""Tells whether the process lives and is ready, and what it counts."""

from typing import Any

from fastapi import APIRouter, Depends
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.responses import JSONResponse, Response

from api.dependencies import TheDesk
from api.metrics import FEED_DROPPED, FEED_REPAIRED, PROJECTION_LAG, PROJECTION_PARKED, RELAY_LAG
from api.permissions import public
from domain.event_store.pending import StoreUnavailable
from projections.engine.standing import corrected, relays, standing

router = APIRouter(tags=["health"], dependencies=[Depends(public())])


@router.get("/health/live", operation_id="live", summary="The process answers")
async def live() -> dict[str, str]:
    return {"status": "live"}


@router.get("/health/ready", operation_id="ready", summary="Commands are taken; lag of the reads")
async def ready(desk: TheDesk) -> Response:
    """Answers 503 while the store is away, read-only, or not served.

    ``behind`` counts events that are not folded yet, and ``parked`` streams that could not be.
    """
    try:
        await desk.log.ready()
        lag = await _lag(desk)
    except StoreUnavailable as unready:
        return JSONResponse({"status": "unready", "cause": str(unready)}, 503)
    except Exception as away:  # noqa: BLE001 - whatever keeps it from being ready
        return JSONResponse({"status": "unready", "cause": type(away).__name__}, 503)
    return JSONResponse({"status": "ready", "projections": lag})


@router.get("/metrics", operation_id="metrics", summary="Prometheus metrics")
async def metrics(desk: TheDesk) -> Response:
    for name, place in (await _lag(desk)).items():
        PROJECTION_LAG.labels(name).set(place["behind"])
        PROJECTION_PARKED.labels(name).set(place["parked"])
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
