"""``/hall/{office}/door/worker.mjs``: what opens the door's page without a connection (ADR 109)."""

from hashlib import sha256
from importlib.resources import files
from typing import Final

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import TheDesk
from api.pages.kit.assets import address
from api.pages.kit.page_route import PageRoute
from api.permissions import public
from api.problems import Problem
from domain.halls.keeping import keeps_hall
from domain.offices.tree import OFFICES

_FOLDER: Final = files("api.pages.hall.door")
_SCRIPT: Final = (_FOLDER / "worker.mjs").read_text("utf-8")
_OF_THE_PAGE: Final = "\n".join(
    [
        _SCRIPT,
        (_FOLDER / "door.html").read_text("utf-8"),
        *map(address, ("pages.css", "door.css", "door.mjs", "mark.svg")),
    ]
)
SCRIPT: Final = _SCRIPT.replace("{version}", sha256(_OF_THE_PAGE.encode()).hexdigest()[:16])
"""It changes whenever the page or one of its files does, so a browser replaces what it has kept."""

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])


@router.get("/hall/{office}/door/worker.mjs")
async def worker(office: str, desk: TheDesk) -> Response:
    """The same for every hall. A browser lets it rule the page of the door and no other."""
    record = OFFICES.get(office)
    if record is None or not keeps_hall(record, desk.today):
        raise Problem("not-found", 404)
    return Response(
        SCRIPT,
        media_type="text/javascript; charset=utf-8",
        headers={"cache-control": "no-cache", "service-worker-allowed": f"/hall/{office}/door"},
    )
