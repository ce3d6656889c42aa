"""The pages for people, as one router: ``/`` and what can be reached from it."""

from fastapi import APIRouter, Depends

from api.pages.audit import page as audit
from api.pages.dashboard import page as dashboard
from api.pages.index import page as index
from api.pages.kit import static_files
from api.pages.problem import page as problem
from api.pages.services import page as services
from api.pages.session import page as session
from api.pages.track import page as track
from api.permissions import public

FORM_PATHS = frozenset({track.PATH, audit.PATH, session.ENTER, session.LEAVE})
"""The paths on which the gate lets a form pass."""

router = APIRouter(include_in_schema=False)
for _open in (index, track, dashboard, services, problem, static_files, session):
    router.include_router(_open.router, dependencies=[Depends(public())])
router.include_router(audit.router)
