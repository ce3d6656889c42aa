"""The pages for people, as one router: ``/`` and what can be reached from it."""

from fastapi import APIRouter, Depends

from api.pages import assets, audit, dashboard, index, problem, services, session, track
from api.permissions import public

FORM_PATHS = frozenset({track.PATH, audit.PATH, session.ENTER, session.LEAVE})
"""The paths on which the gate lets a form pass."""

router = APIRouter(include_in_schema=False)
for _open in (index, track, dashboard, services, problem, assets, session):
    router.include_router(_open.router, dependencies=[Depends(public())])
router.include_router(audit.router)
