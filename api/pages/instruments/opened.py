"""One instrument before whoever may see it."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from api.desk import Desk
from api.identity import Identity
from api.problems import Problem
from domain.case.case import CASE
from domain.case.instruments.instrument import Instrument, instrument_at
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.people import Role
from domain.recorded_event import RecordedEvent


class OpenedInstrument(NamedTuple):
    """``is_his`` says that the caller's token proves the ID number of the applicant as his own."""

    opened: Opened[Case]
    history: Sequence[RecordedEvent]
    instrument: Instrument
    is_his: bool


async def opened_instrument(
    desk: Desk, identity: Identity, case: UUID, version: int
) -> OpenedInstrument:
    """Raises 404 for a case that the caller may not see, and for what is none of its papers."""
    opened, history = await desk.door.open(CASE, case, identity.actor)
    found = instrument_at(history, version)
    if found is None:
        raise Problem("not-found", 404)
    applicant = identity.actor.role is Role.APPLICANT
    is_his = applicant and opened.state.id_no_index in identity.id_indexes
    if not applicant:
        desk.accesses.state_seen(opened, identity.actor)
    return OpenedInstrument(opened, history, found, is_his)
