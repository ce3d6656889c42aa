"""An application that begins with what is on record, so that nobody copies long numbers."""

from collections.abc import Mapping

from api.dependencies import unavailable
from api.desk import Desk
from api.identity import Identity
from api.pages.kit.questionnaire.filled import Filled, with_entries
from api.problems import Problem
from domain.drafts.drafts import DraftsInterfere
from domain.event_store.pending import StoreUnavailable
from domain.services.catalogue import OPEN_SERVICES


async def prefilled(desk: Desk, applicant: Identity, code: str, entries: Mapping[str, str]) -> str:
    """Keeps the entries in his draft of the service, beside what he has filled in before.

    Gives the address of the first page on which something is missing. Raises 404 for a service
    that is not open, and 503 if the draft cannot be kept.
    """
    if code not in OPEN_SERVICES:
        raise Problem("not-found", 404)
    owner = applicant.actor.caller
    try:
        kept = await desk.drafts.change(owner, code, lambda draft: with_entries(draft, entries))
    except (StoreUnavailable, DraftsInterfere):
        raise unavailable() from None
    filled = Filled(OPEN_SERVICES[code], applicant.vouched, desk.today, kept.content)
    step = filled.unfinished or filled.steps[-1]
    return f"/apply/{code}/{step.key}"
