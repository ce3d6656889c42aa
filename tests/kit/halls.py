"""A hall in Luoyang on a day, and what a command to it comes to."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.hall_measures.events import HallMeasuresDecided
from domain.hall_measures.hall_measures import HALL_MEASURES
from domain.hall_measures.state import measures_of
from domain.halls import commands, events
from domain.halls.choices import Disinfectant, HallArea, StaffDuty, VisitAct
from domain.halls.hall import HALL
from domain.halls.rules import LIMITS, REFUSED_FROM, ROUNDS
from domain.halls.state import Hall, hall_of
from domain.message import Command, Event
from domain.offices.office import OfficeKind
from domain.people import Actor, Role
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.services.catalogue import CATALOGUE

OFFICE, DAY, NOW = "410300", date(2020, 3, 2), datetime(2020, 3, 2, 1, tzinfo=UTC)
CLERK, LEADER = Actor(Role.CLERK, "clerk", OFFICE), Actor(Role.SUPERVISOR, "leader", OFFICE)
LANE = UUID(int=10)
BEGUN = events.HallDayBegun(
    office=OFFICE,
    day=DAY,
    limit=LIMITS.on(DAY)[OfficeKind.VEHICLE_OFFICE],
    refused_from=REFUSED_FROM.on(DAY),
    rounds=ROUNDS.on(DAY),
)
DISINFECTED = [events.AreaDisinfected(area=area, agent=Disinfectant.CHLORINE) for area in HallArea]
STAFF_CHECKED = [
    events.StaffChecked(duty=duty, present=6, unmasked=0, feverish=0) for duty in StaffDuty
]
CHECKED: list[Event] = [BEGUN, *DISINFECTED, *STAFF_CHECKED]
OPENED: list[Event] = [*CHECKED, events.HallOpened()]
OPEN_IT = commands.OpenHall(office=OFFICE, on=DAY)
NOTHING_BEYOND = HallMeasuresDecided(
    region=OFFICE,
    effective_on=DAY,
    staff_temperature=False,
    checks_before_opening=False,
    limited_hall=False,
    body="410300-det",
)


def hall(*history: Event) -> Hall:
    return HALL.fold(history)


def told(
    command: Command,
    history: Sequence[Event] = (),
    *,
    now: datetime = NOW,
    by: Actor = CLERK,
    measures: Sequence[Event] = (),
    prefecture: Sequence[Event] = (),
    stream: UUID | None = None,
) -> tuple[Event, ...]:
    """The events to which a command to the hall comes, or its refusal."""
    seen = {
        stream_of(OFFICE): PREFECTURE.fold(prefecture),
        measures_of(OFFICE): HALL_MEASURES.fold(measures),
    }
    at = Circumstances(now, by, stream or hall_of(OFFICE, DAY), CATALOGUE, Calendar(), seen)
    return HALL.decide(hall(*history), command, at).events


def came(
    number: int,
    temperature: int | None = 365,
    *,
    ago_s: int = 0,
    act: VisitAct = VisitAct.COMES,
    masked: bool = True,
) -> commands.DoorTap:
    """A tap of the tablet, in tenths of a degree."""
    return commands.DoorTap(
        number=number, ago_s=ago_s, act=act, masked=masked, temperature=temperature
    )


def taps(*visits: commands.DoorTap, lane: UUID = LANE) -> commands.RecordVisits:
    return commands.RecordVisits(lane=lane, visits=visits)
