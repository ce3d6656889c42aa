"""Every page, one line each, in the order of the navigation."""

from typing import Final

from api.pages.apply import page as apply
from api.pages.audit import page as audit
from api.pages.bulletin import page as bulletin
from api.pages.counter import page as counter
from api.pages.dashboard import page as dashboard
from api.pages.design import page as design
from api.pages.desk import page as desk
from api.pages.docs import page as docs
from api.pages.enquiries import page as enquiries
from api.pages.hall import page as hall
from api.pages.handover import page as handover
from api.pages.index import page as index
from api.pages.instruments import page as instruments
from api.pages.kit.page import Page
from api.pages.mine import page as mine
from api.pages.notices import page as notices
from api.pages.openings import page as openings
from api.pages.parked import page as parked
from api.pages.prefecture import page as prefecture
from api.pages.problem import page as problem
from api.pages.reference import page as reference
from api.pages.services import page as services
from api.pages.session import page as session
from api.pages.track import page as track
from api.pages.verify import page as verify
from api.pages.webhooks import page as webhooks

PAGES: Final[tuple[Page, ...]] = (
    index.PAGE,
    apply.PAGE,
    track.PAGE,
    mine.PAGE,
    verify.PAGE,
    services.PAGE,
    desk.PAGE,
    counter.PAGE,
    enquiries.PAGE,
    handover.PAGE,
    instruments.PAGE,
    hall.PAGE,
    notices.PAGE,
    webhooks.PAGE,
    parked.PAGE,
    openings.PAGE,
    dashboard.PAGE,
    bulletin.PAGE,
    prefecture.PAGE,
    audit.PAGE,
    reference.PAGE,
    docs.PAGE,
    design.PAGE,
    problem.PAGE,
    session.PAGE,
)
