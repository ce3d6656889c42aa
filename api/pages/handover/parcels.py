"""The parcels of an office: those that wait for the carrier, and those that he was given today."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from api.dependencies import read_connection
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.masking import masked_form
from api.pages.kit.places import place_text
from domain.access import offices_of
from domain.calendar import start_of_day
from domain.case.case import CASE
from domain.case.delivery.events import HandedToPost
from domain.case.stage import Stage
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.door.refusals import NotFound
from domain.parcels.parcel import PARCEL
from domain.parcels.state import parcel_of
from domain.recorded_event import RecordedEvent
from domain.services.facts import ByPost
from projections.caseload.queries import posted_since, queue

MOST: Final = 200
"""So many parcels of each kind stand on a page. A larger office hands over several times a day."""
DELIVERY: Final = "delivery"


class WaitingParcel(NamedTuple):
    """``recipient`` is masked."""

    case: UUID
    reference: str
    county: str
    recipient: str
    green: bool


class HandedParcel(NamedTuple):
    """A parcel that the carrier was given, by whom and when. It may have arrived by now."""

    case: UUID
    reference: str
    item_no: str
    county: str
    recipient: str
    by: str
    at: datetime


class Parcels(NamedTuple):
    waiting: Sequence[WaitingParcel]
    handed: Sequence[HandedParcel]


async def parcels_of(
    desk: Desk, identity: Identity, language: Language, also: Iterable[UUID] = ()
) -> Parcels:
    """Reads them from their cases. ``also`` are cases of which the read model may not know yet."""
    offices = offices_of(identity.actor)
    since = start_of_day(desk.today)
    async with read_connection(desk) as reading:
        entries = await queue(reading, offices, stages=(Stage.READY_TO_SEND,), limit=MOST)
        posted = await posted_since(reading, offices, since, MOST)
    waiting, handed = [], []
    for case in dict.fromkeys((*(each.case_id for each in entries), *posted, *also)):
        try:
            opened, history = await desk.door.open(CASE, case, identity.actor)
        except NotFound:
            continue
        state, today = opened.state, [*_handed_over(history, since)]
        if state.stage is not Stage.READY_TO_SEND and not today:
            continue
        county, recipient = await _to(desk, opened, language)
        if state.stage is Stage.READY_TO_SEND:
            parcel = WaitingParcel(case, state.reference, county, recipient, state.green)
            waiting.append(parcel)
        handed += [
            HandedParcel(
                case, state.reference, item_no, county, recipient, told.envelope.by.person, told.at
            )
            for item_no, told in today
        ]
        desk.accesses.state_seen(opened, identity.actor)
    return Parcels(waiting, sorted(handed, key=lambda each: (each.at, each.item_no)))


async def number_given(desk: Desk, identity: Identity, opened: Opened[Case]) -> str:
    """The number that a carrier has given to what is posted next. Empty if none has."""
    parcel = parcel_of(opened.stream, opened.state.posts + 1)
    try:
        found, _ = await desk.door.open(PARCEL, parcel, identity.actor)
    except NotFound:
        return ""
    return found.state.item_no


async def _to(desk: Desk, opened: Opened[Case], language: Language) -> tuple[str, str]:
    """The county to which it goes, and the recipient, masked."""
    state = opened.state
    there = state.delivery.region if isinstance(state.delivery, ByPost) else ""
    sealed = {DELIVERY: state.sealed[DELIVERY]} if DELIVERY in state.sealed else {}
    form = await masked_form(desk.keyring, opened.stream, state.key_id, sealed)
    recipient = str(form.parts.get(DELIVERY, {}).get("recipient_name", ""))
    return place_text(there, language), recipient


def _handed_over(
    history: Sequence[RecordedEvent], since: datetime
) -> Iterator[tuple[str, RecordedEvent]]:
    """The number of each handing over since then, which stays whatever came of the parcel."""
    for recorded in history:
        event = recorded.event
        if isinstance(event, HandedToPost) and recorded.at >= since:
            yield event.item_no, recorded
