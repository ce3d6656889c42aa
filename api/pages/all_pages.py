"""Every page, one line each, in the order of the navigation."""

from typing import Final

from api.pages.audit import page as audit
from api.pages.dashboard import page as dashboard
from api.pages.docs import page as docs
from api.pages.index import page as index
from api.pages.kit.page import Page
from api.pages.problem import page as problem
from api.pages.reference import page as reference
from api.pages.services import page as services
from api.pages.session import page as session
from api.pages.track import page as track

PAGES: Final[tuple[Page, ...]] = (
    index.PAGE,
    track.PAGE,
    services.PAGE,
    dashboard.PAGE,
    audit.PAGE,
    reference.PAGE,
    docs.PAGE,
    problem.PAGE,
    session.PAGE,
)
