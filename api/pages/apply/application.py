"""The application that somebody is filling in, as his draft has it."""

from typing import Any, NamedTuple

from api.dependencies import unavailable
from api.desk import Desk
from api.identity import Identity
from api.pages.kit.questionnaire.filled import Filled
from api.problems import Problem
from domain.drafts.draft import Draft, KeptDraft
from domain.drafts.drafts import DraftsInterfere
from domain.event_store.pending import StoreUnavailable
from domain.services.catalogue import OPEN_SERVICES
from domain.services.service import Service


class Applying(NamedTuple):
    """``kept`` is the draft, if there is one yet."""

    filled: Filled
    kept: KeptDraft | None


def service_of(code: str) -> Service[Any]:
    """The service, which can be applied for. Raises 404 for any other."""
    if code not in OPEN_SERVICES:
        raise Problem("not-found", 404)
    return OPEN_SERVICES[code]


async def applying(desk: Desk, identity: Identity, code: str) -> Applying:
    service = service_of(code)
    try:
        kept = await desk.drafts.find(identity.actor.caller, code)
    except StoreUnavailable:
        raise unavailable() from None
    draft = kept.content if kept else Draft()
    return Applying(Filled(service, identity.vouched, desk.today, draft), kept)


async def changed(desk: Desk, identity: Identity, code: str, change: Any) -> Applying:
    """The application with a change of its draft that is kept. Raises 503 if it is not."""
    service = service_of(code)
    try:
        kept = await desk.drafts.change(identity.actor.caller, code, change)
    except (StoreUnavailable, DraftsInterfere):
        raise unavailable() from None
    return Applying(Filled(service, identity.vouched, desk.today, kept.content), kept)
