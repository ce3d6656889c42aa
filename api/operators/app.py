"""The operators' pages of one process. They answer whatever its database and its callers do."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Literal, TypedDict

import msgspec
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from api.desk import Desk
from api.live.source import LiveSource
from api.operators.figures import ReactionLag, ReadModelLag
from api.operators.gauges import show
from api.operators.last_figures import LastFigures, kept_fresh
from api.readiness import Readiness


class Details(TypedDict):
    """Whether commands are taken, the ``cause`` if not, and figures of so many seconds ago."""

    status: Literal["ready", "unready"]
    cause: str | None
    figures_age_s: float | None
    projections: dict[str, ReadModelLag]
    reactions: dict[str, ReactionLag]
    set_aside: dict[str, dict[str, int]]
    """What each worker has tried in vain, by the reason."""


@dataclass(slots=True)
class Told:
    """What the pages are made of. Before it has opened, and while it stops, it is not ready."""

    readiness: Readiness | None = None
    gathered: LastFigures | None = None
    stopping: bool = False
    live: LiveSource | None = None

    def stop(self) -> None:
        """Denies readiness from now on, and ends what would last."""
        self.stopping = True
        if self.live:
            self.live.watchers.end()

    async def cause(self) -> str | None:
        """Why no command is taken. None means that commands are taken."""
        if self.stopping:
            return "stopping"
        return await self.readiness.cause() if self.readiness else "starting"

    @asynccontextmanager
    async def of(self, desk: Desk) -> AsyncIterator[None]:
        """Tells of this desk while the context is open."""
        async with kept_fresh(desk) as self.gathered:
            self.readiness, self.live = desk.readiness, desk.live
            try:
                yield
            finally:
                self.stopping = True


def operators_app(told: Told) -> ASGIApp:
    """``/health/live``, ``/health/ready`` with its reasons, and ``/metrics``."""

    async def live(request: Request) -> Response:
        return _json({"status": "live"})

    async def ready(request: Request) -> Response:
        cause = await told.cause()
        details = _details(cause, told.gathered)
        return _json(details, 503 if cause else 200)

    async def metrics(request: Request) -> Response:
        if told.gathered:
            show(told.gathered)
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return Starlette(
        routes=[
            Route("/health/live", live),
            Route("/health/ready", ready),
            Route("/metrics", metrics),
        ]
    )


def _details(cause: str | None, gathered: LastFigures | None) -> Details:
    found = gathered.last if gathered else None
    return {
        "status": "unready" if cause else "ready",
        "cause": cause,
        "figures_age_s": round(gathered.age_s, 1) if gathered and found else None,
        "projections": found.projections if found else {},
        "reactions": found.reactions if found else {},
        "set_aside": _by_worker(found.set_aside) if found else {},
    }


def _by_worker(counted: Sequence[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for worker, why, count in counted:
        found.setdefault(worker, {})[why] = count
    return found


def _json(content: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(content), status, media_type="application/json")
