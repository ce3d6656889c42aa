"""A network office centre as it stands in the log, for the page of its head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from api.actions import slug
from api.desk import Desk
from api.identity import Identity
from domain.access import may_see
from domain.centres.centre import CENTRE
from domain.centres.choices import CentreIncidentKind, CentreRemedy, CentreShift
from domain.centres.decisions import remedies_for
from domain.centres.events import CentreIncidentRemedied, CentreIncidentReported
from domain.centres.state import Centre, WorkRules, centre_of
from domain.door.attempt import Opened, unbegun
from domain.door.refusals import NotFound
from domain.offices.office import OfficeRecord
from domain.offices.tree import OFFICES, REGIONS, within
from domain.people import NOBODY, Actor
from domain.recorded_event import RecordedEvent

_AHEAD: Final = 7
_BEFORE: Final = 1


class RosteredDay(NamedTuple):
    """Who is on the shifts of a day, and what the centre can do on it."""

    day: date
    officers: Sequence[tuple[CentreShift, tuple[str, ...]]]
    capacity: int


class IncidentPast(NamedTuple):
    """An incident from its report to its remedy. ``fitting`` are the remedies of an open one."""

    incident: int
    kind: CentreIncidentKind
    lacking: int
    item: str
    since: datetime
    until: datetime | None
    remedy: CentreRemedy | None
    fitting: Sequence[CentreRemedy]


class RulesRead(NamedTuple):
    """A version of the rules. ``unread_by`` names who is on a shift and has not read the newest."""

    rules: WorkRules
    unread_by: Sequence[str]


@dataclass(frozen=True, slots=True)
class StandingCentre:
    """``possible`` are the commands that whoever looks may give, by their addresses."""

    office: OfficeRecord
    opened: Opened[Centre]
    history: Sequence[RecordedEvent]
    today: date
    possible: frozenset[str]

    @property
    def centre(self) -> Centre:
        return self.opened.state

    @property
    def days(self) -> list[RosteredDay]:
        """The days with a roster from yesterday on, a week ahead."""
        first, last = self.today - timedelta(_BEFORE), self.today + timedelta(_AHEAD)
        known = {each.day for each in self.centre.shifts if first <= each.day <= last}
        return [
            RosteredDay(
                day,
                [
                    (shift, each.officers)
                    for shift in CentreShift
                    for each in self.centre.shifts
                    if (each.day, each.shift) == (day, shift)
                ],
                self.centre.capacity_on(day) or 0,
            )
            for day in sorted(known)
        ]

    @property
    def usual_officers(self) -> tuple[str, ...]:
        """Who was last rostered for a day shift: most often it is the same people again."""
        shifts = [each for each in self.centre.shifts if each.shift is CentreShift.DAY]
        return max(shifts, key=lambda each: each.day).officers if shifts else ()

    @property
    def rules(self) -> list[RulesRead]:
        """The newest version first."""
        on_shift = {who for each in self.centre.shifts for who in each.officers}
        newest = self.centre.version
        return [
            RulesRead(
                each,
                sorted(on_shift - set(each.readers)) if each.version == newest else (),
            )
            for each in reversed(self.centre.rules)
        ]

    @property
    def incidents(self) -> list[IncidentPast]:
        """What is open first, then the newest first."""
        found = sorted(self._incidents(), key=lambda each: -each.incident)
        return sorted(found, key=lambda each: not each.fitting)

    def _incidents(self) -> Iterator[IncidentPast]:
        remedied = {
            each.event.incident: each
            for each in self.history
            if isinstance(each.event, CentreIncidentRemedied)
        }
        still = {each.incident for each in self.centre.open}
        for recorded in self.history:
            event = recorded.event
            if not isinstance(event, CentreIncidentReported):
                continue
            over = remedied.get(event.incident)
            remedy = over.event if over else None
            assert remedy is None or isinstance(remedy, CentreIncidentRemedied)
            yield IncidentPast(
                event.incident,
                event.kind,
                event.lacking,
                event.item,
                recorded.at,
                over.at if over else None,
                remedy.remedy if remedy else None,
                remedies_for(event.kind) if event.incident in still else (),
            )


def seen_by(by: Actor) -> list[str]:
    """The cities whose centre somebody may see."""
    return [code for code in REGIONS if may_see(by, office=_office(code), owner=NOBODY)]


async def standing_centre(desk: Desk, identity: Identity, region: str) -> StandingCentre:
    """The centre of a city that somebody may see. One that recorded nothing has not begun."""
    office = OFFICES[_office(region)]
    stream, history = centre_of(office.id), list[RecordedEvent]()
    try:
        opened, found = await desk.door.open(CENTRE, stream, identity.actor)
        history += found
    except NotFound:
        opened = unbegun(CENTRE, stream)
    at = desk.door.circumstances(opened, identity.actor, identity.id_indexes)
    role, own = identity.actor.role, identity.actor.office
    reached = own is not None and within(office.id, own)
    possible = frozenset(
        slug(command)
        for command in CENTRE.possible_to(opened.state, at)
        if reached and role in CENTRE.row(command).by
    )
    return StandingCentre(office, opened, history, desk.today, possible)


def _office(region: str) -> str:
    return f"{region}.noc"
