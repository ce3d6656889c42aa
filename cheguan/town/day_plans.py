"""What the stations and outlets of the town announce for the days to come, and when.

A place announces each working day two weeks ahead, or as soon as its prefecture has decided to
open it. Some of the seats are given at once, and the rest three days before. Numbers of seats are
assumptions.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from cheguan.town import officers
from cheguan.town.cities import City
from cheguan.town.fates import Fate, Plan
from cheguan.town.openings import after_each
from domain.calendar import OFFICE_ZONE, Calendar, start_of_day
from domain.offices.plan_kind import PlanKind
from domain.offices.tree import OFFICES, ZHENGZHOU
from domain.people import Actor
from domain.plans.commands import PublishPlan
from domain.plans.events import SeatRelease
from domain.prefectures.openness import open_on
from domain.services.blocks.appointment.kinds import SlotPeriod
from domain.services.catalogue import CATALOGUE
from domain.services.slot import Slot

AHEAD: Final = timedelta(days=14)
COMES_FOR: Final[Mapping[PlanKind, str]] = MappingProxyType(
    {PlanKind.STATION: "inspection_booking", PlanKind.OUTLET: "nev_swap_booking"}
)
"""For what people come to a place of each kind."""
_AT: Final = time(9)
_REST_BEFORE: Final = timedelta(days=3)
_REST_AT: Final = time(8)
_HOUR: Final = timedelta(hours=1)
_IN_ZHENGZHOU: Final = {PlanKind.STATION: 40, PlanKind.OUTLET: 20}
_ELSEWHERE: Final = {PlanKind.STATION: 12, PlanKind.OUTLET: 6}
_SITE: Final = {PlanKind.STATION: "ins1", PlanKind.OUTLET: "st1"}
_CALENDAR: Final = Calendar()


class Publication(NamedTuple):
    """A plan that an officer of the prefecture announces at an instant."""

    at: datetime
    by: Actor
    command: PublishPlan

    @property
    def gives_from(self) -> datetime:
        """The first instant at which seats are given."""
        return min(each.at for each in self.command.releases)


def place_of(city: City, kind: PlanKind) -> str:
    """The place of a city to which people come by appointment."""
    return f"{city.code}.{_SITE[kind]}"


def is_open(kind: PlanKind, place: str, on: date, known_at: datetime) -> bool:
    """Whether the place is open on a day, by what is decided at an instant."""
    office, business = OFFICES[place], CATALOGUE[COMES_FOR[kind]].business
    known = [each for each in after_each(office.region_code) if each.at <= known_at]
    return bool(known) and open_on(known[-1].prefecture, office, business, on)


def closed_at(slot: Slot, after: datetime) -> datetime | None:
    """The instant of the first decision behind one by which the place is closed on the day."""
    decided = (each.at for each in after_each(OFFICES[slot.place].region_code) if each.at > after)
    return next((at for at in decided if not is_open(slot.kind, slot.place, slot.on, at)), None)


@cache
def publication(kind: PlanKind, place: str, on: date) -> Publication | None:
    """The announcement of a day, if it is a working day on which the place is to be open."""
    at = _announced_at(kind, place, on)
    if at is None:
        return None
    begins = at + _HOUR
    rest = datetime.combine(on - _REST_BEFORE, _REST_AT, OFFICE_ZONE)
    seats = (_IN_ZHENGZHOU if place.startswith(ZHENGZHOU) else _ELSEWHERE)[kind]
    parts = ((seats // 2, begins), (seats - seats // 2, max(rest, begins)))
    releases = tuple(
        SeatRelease(str(period), count, instant)
        for period in SlotPeriod
        for count, instant in parts
    )
    command = PublishPlan(kind=kind, place=place, on=on, releases=releases)
    return Publication(at, officers.leader(OFFICES[place].region_code), command)


def _announced_at(kind: PlanKind, place: str, on: date) -> datetime | None:
    """Nine o'clock two weeks before, or an hour behind the decision that opens the place."""
    if not _CALENDAR.is_working_day(on):
        return None
    earliest = datetime.combine(on - AHEAD, _AT, OFFICE_ZONE)
    decided = (each.at + _HOUR for each in after_each(OFFICES[place].region_code))
    found = (max(at, earliest) for at in decided if is_open(kind, place, on, at))
    return next((at for at in found if is_open(kind, place, on, at) and _in_time(at, on)), None)


def _in_time(at: datetime, on: date) -> bool:
    return at + _HOUR < start_of_day(on)


def given_later(slot: Slot, at: datetime) -> Slot | None:
    """The same hour of the next day of which seats are given at an instant, if there is one."""
    for on in days_behind(slot.on, AHEAD):
        found = publication(slot.kind, slot.place, on)
        if found and found.gives_from <= at and is_open(slot.kind, slot.place, on, at):
            return slot._replace(on=on)
    return None


def days_asked_for(plans: Iterable[Plan]) -> Collection[Publication]:
    """The announcements of the days for which somebody asks, and to which he may put it off."""
    days = {
        (plan.slot.kind, plan.slot.place, on)
        for plan in plans
        if plan.slot
        for on in (plan.slot.on, *_behind(plan, plan.slot))
    }
    return [found for each in sorted(days) if (found := publication(*each))]


def _behind(plan: Plan, slot: Slot) -> Iterable[date]:
    return days_behind(slot.on, AHEAD) if plan.fate is Fate.PUT_OFF else ()


def days_behind(day: date, so_many: timedelta) -> Iterator[date]:
    """The days behind a day, in their order."""
    return (day + timedelta(days=n) for n in range(1, so_many.days + 1))
