"""The network office centre of Luoyang, and what a command to it comes to."""

from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID

from domain.calendar import Calendar
from domain.centres import events
from domain.centres.centre import CENTRE
from domain.centres.choices import CentreIncidentKind, CentreShift, EquipmentKind
from domain.centres.state import centre_of
from domain.circumstances import Circumstances
from domain.message import Command, Event
from domain.people import Actor, Role
from domain.services.catalogue import CATALOGUE
from projections.throughput.definitions import centres

OFFICE: Final = "410300.noc"
DAY, NOW = date(2020, 3, 2), datetime(2020, 3, 2, 1, tzinfo=UTC)
CLERK = Actor(Role.CLERK, "clerk", OFFICE)
HEAD = Actor(Role.SUPERVISOR, "head", "410300")
COUNTED_OF_CENTRES: Final = frozenset(
    {centres.HANDLED, centres.CAPACITY, centres.OFFICERS, centres.DOWN_HOURS}
)
"""What is counted of centres. ``tests/integration/test_centre_waits.py`` has all of it."""
RULES = events.WorkRulesIssued(
    office=OFFICE, version=1, document_no="洛公交车管〔2020〕3号", effective_on=DAY
)


def rostered(officers: int, day: date = DAY, shift: CentreShift = CentreShift.DAY) -> Event:
    """So many people are on the shift of a day."""
    names = tuple(f"officer-{number}" for number in range(1, officers + 1))
    return events.CentreShiftRostered(office=OFFICE, day=day, shift=shift, officers=names)


def item(number: str, equipment: EquipmentKind = EquipmentKind.WORKSTATION) -> Event:
    return events.EquipmentRegistered(office=OFFICE, item=number, equipment=equipment)


def incident(number: int, kind: CentreIncidentKind, *, lacking: int = 0, of: str = "") -> Event:
    return events.CentreIncidentReported(
        office=OFFICE, incident=number, kind=kind, lacking=lacking, item=of
    )


def told(
    command: Command, *history: Event, by: Actor = HEAD, stream: UUID | None = None
) -> tuple[Event, ...]:
    """The events to which a command to the centre comes, or its refusal."""
    at = Circumstances(NOW, by, stream or centre_of(OFFICE), CATALOGUE, Calendar())
    return CENTRE.decide(CENTRE.fold(history), command, at).events
