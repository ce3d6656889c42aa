"""What the head and the officers of a network office centre of the town do next. It is pure.

They issue rules and read them, put equipment into use, and roster the coming days. Now and then an
officer is ill or an item breaks, and some hours later there is a remedy. How many people there are,
and how often something happens, are assumptions.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final, NamedTuple

from cheguan.town import officers
from cheguan.town.cities import CITIES
from cheguan.town.clock import BEGINS
from domain.calendar import OFFICE_ZONE, Calendar, local_day
from domain.centres import commands
from domain.centres.choices import (
    CentreIncidentKind,
    CentreRemedy,
    CentreShift,
    EquipmentKind,
)
from domain.centres.state import Centre
from domain.people import Actor, Role

FIRST: Final = local_day(BEGINS)
WORKS_FROM: Final = time(8)
_CALENDAR: Final = Calendar()
_AHEAD: Final = 4
_WEIGHT_OF_ONE, _MOST = 25, 5
_EVENING_FROM: Final = 3
"""A centre with so many officers has one of them on in the evening."""
_HAPPENS: Final = 0.12
"""On so many of the days something goes wrong: a guess."""
_MENDED_AFTER_H: Final = (4, 52)
_RENEWED_AFTER_H: Final = (72, 200)
_SURELY: Final = timedelta(days=4)
_SHORT_OF: Final = "411300"
"""Its detachment has entered in the register of improvements that its centre has too few people."""
_SHORT_ON, _SHORT_UNTIL = date(2020, 2, 10), datetime(2020, 2, 26, 9, tzinfo=OFFICE_ZONE)

CentreAct = tuple[commands.CentreCommand, Actor]


class Mishap(NamedTuple):
    """Something that goes wrong at an instant, and by what and when it is over."""

    at: datetime
    kind: CentreIncidentKind
    item: str | None
    over_at: datetime
    remedy: CentreRemedy


def next_act(centre: Centre, region: str, seed: int, now: datetime) -> CentreAct | None:
    """The next command to the centre and who gives it, or None if nothing is to be done now."""
    if now.astimezone(OFFICE_ZONE).time() < WORKS_FROM:
        return None
    return next(_due(centre, region, seed, now), None)


def _due(centre: Centre, region: str, seed: int, now: datetime) -> Iterator[CentreAct]:
    office, head, today = f"{region}.noc", officers.leader(region), local_day(now)
    staff = officers.clerks(region)[: _staff_of(region)]
    if not centre.rules:
        number = f"车管〔{today.year}〕网办1号"
        rules = commands.IssueWorkRules(office=office, document_no=number, effective_on=today)
        yield rules, head
        return
    for who in staff:
        if who not in centre.rules[-1].readers:
            by = Actor(Role.CLERK, who, region)
            yield commands.ConfirmWorkRules(office=office, version=centre.version), by
    for item, kind in _inventory(region):
        if centre.item(item) is None:
            yield commands.RegisterEquipment(office=office, item=item, equipment=kind), head
    known = {(each.day, each.shift) for each in centre.shifts}
    for day in _working_days(today):
        for shift, those in _shifts(staff, day):
            if (day, shift) not in known:
                yield (
                    commands.RosterCentreShift(
                        office=office, day=day, shift=shift, officers=tuple(those)
                    ),
                    head,
                )
    yield from _mended(centre, region, seed, now)


def _mended(centre: Centre, region: str, seed: int, now: datetime) -> Iterator[CentreAct]:
    """What has gone wrong by now is reported in its order. What others reported is left to them."""
    office, come = f"{region}.noc", list(mishaps(region, seed, now))
    for incident in centre.open:
        index = incident.incident - 1
        if index < len(come) and come[index].kind is incident.kind:
            over = come[index]
            if over.over_at <= now:
                yield (
                    commands.RemedyCentreIncident(
                        office=office, incident=incident.incident, remedy=over.remedy
                    ),
                    officers.leader(region),
                )
    if centre.incidents < len(come):
        new = come[centre.incidents]
        yield (
            commands.ReportCentreIncident(
                office=office,
                kind=new.kind,
                lacking=None if new.item else 1,
                item=new.item,
            ),
            officers.clerk(region, centre.incidents),
        )


def mishaps(region: str, seed: int, now: datetime) -> Iterator[Mishap]:
    """What has gone wrong in a centre up to an instant, in order.

    The same does not happen to an item again before somebody has surely mended it.
    """
    mended = dict[tuple[CentreIncidentKind, str], datetime]()
    for number in range((local_day(now) - FIRST).days + 1):
        mishap = _mishap(region, seed, FIRST + timedelta(number))
        if mishap is None or mishap.at > now:
            continue
        if mishap.item is not None:
            what = mishap.kind, mishap.item
            if mishap.at < mended.get(what, mishap.at):
                continue
            mended[what] = mishap.over_at + _SURELY
        yield mishap


def _mishap(region: str, seed: int, day: date) -> Mishap | None:
    draw = Random(f"{seed}:{region}:{day}")
    at = datetime.combine(day, time(9, draw.randrange(60)), OFFICE_ZONE)
    if (region, day) == (_SHORT_OF, _SHORT_ON):
        short = CentreIncidentKind.STAFF_SHORTAGE
        return Mishap(at, short, None, _SHORT_UNTIL, CentreRemedy.STAFF_ADDED)
    if draw.random() >= _HAPPENS or not _CALENDAR.is_working_day(day):
        return None
    kind = draw.choice(list(CentreIncidentKind))
    soon = at + timedelta(hours=draw.randint(*_MENDED_AFTER_H))
    if kind is CentreIncidentKind.STAFF_SHORTAGE:
        return Mishap(at, kind, None, soon, CentreRemedy.STAFF_BACK)
    if kind is CentreIncidentKind.EQUIPMENT_FAULT:
        item = draw.choice([item for item, _ in _inventory(region)])
        return Mishap(at, kind, item, soon, CentreRemedy.REPAIRED)
    item = draw.choice(_stations(region))
    later = at + timedelta(hours=draw.randint(*_RENEWED_AFTER_H))
    return Mishap(at, kind, item, later, CentreRemedy.REPLACED)


def _staff_of(region: str) -> int:
    return max(1, min(_MOST, CITIES[region].weight // _WEIGHT_OF_ONE))


def _stations(region: str) -> list[str]:
    """One workstation for each officer, and one to spare."""
    return [f"WS-{number:02}" for number in range(1, _staff_of(region) + 2)]


def _inventory(region: str) -> list[tuple[str, EquipmentKind]]:
    """A server and a line of which each has a second one, so that no fault stops the work."""
    return [
        *((station, EquipmentKind.WORKSTATION) for station in _stations(region)),
        ("SC-01", EquipmentKind.SCANNER),
        ("PR-01", EquipmentKind.PRINTER),
        ("SV-01", EquipmentKind.SERVER),
        ("SV-02", EquipmentKind.SERVER),
        ("NL-01", EquipmentKind.NETWORK_LINE),
        ("NL-02", EquipmentKind.NETWORK_LINE),
    ]


def _working_days(today: date) -> Iterator[date]:
    """Today and the days after it on which the office works."""
    days = (today + timedelta(number) for number in range(_AHEAD))
    return (day for day in days if _CALENDAR.is_working_day(day))


def _shifts(staff: list[str], day: date) -> Iterator[tuple[CentreShift, list[str]]]:
    yield CentreShift.DAY, staff
    if len(staff) >= _EVENING_FROM:
        yield CentreShift.EVENING, [staff[day.toordinal() % len(staff)]]
