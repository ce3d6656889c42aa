"""What the staff of a hall of the town does next, by what it has done so far. It is pure.

In the morning it checks itself and disinfects, then it opens. During the day people come and leave,
are called to counters, and areas are cleaned again. At the end it closes. How many people come, and
how many have no mask or a temperature, are assumptions.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from random import Random
from typing import Final
from uuid import UUID

from cheguan.town.pace import CLOSES, OPENS
from domain.calendar import OFFICE_ZONE, Calendar
from domain.hall_measures.precautions import Precautions
from domain.halls import commands
from domain.halls.choices import (
    CleaningResult,
    Disinfectant,
    HallClosing,
    StaffDuty,
    VisitAct,
)
from domain.halls.keeping import keeps_hall
from domain.halls.rules import ROUNDS
from domain.halls.state import Hall, HallStage
from domain.name_based import uuid5
from domain.offices.business import DONE_AT, WindowGroup
from domain.offices.tree import OFFICES
from domain.prefectures.openness import open_on
from domain.prefectures.state import Prefecture

PREPARES: Final = time(7, 50)
_SPACE: Final = UUID("0b7d1c2e-6c7a-5d52-9d43-5c7b8a1f2e60").bytes
_CALENDAR: Final = Calendar()
_KEPT: Final = Precautions()
_STAFF: Final = (3, 12)
_UNMASKED, _FEVERISH = 0.012, 0.004
"""Of so many who come one has no mask, or a temperature: a guess."""
_USUAL, _SPREAD = 364, 3
_COUNTERS: Final = 6
_CLEANS, _LEAVES, _WAITS, _CALLED = 0.06, 0.35, 0.55, 0.8


def halls_open(region: Prefecture, office: str, day: date) -> bool:
    """Whether the office keeps a hall, and the city has opened one of its windows."""
    record = OFFICES[office]
    return keeps_hall(record, day) and any(
        open_on(region, record, group, day) for group in DONE_AT[record.kind]
    )


def next_command(
    hall: Hall, office: str, now: datetime, draw: Random
) -> commands.HallCommand | None:
    """What is done now, or None if nothing is. The hall is that of today."""
    local = now.astimezone(OFFICE_ZONE)
    day, at = local.date(), local.time()
    if hall.stage is HallStage.CLOSED or not _CALENDAR.is_working_day(day):
        return None
    if hall.stage is HallStage.OPEN:
        if at >= CLOSES:
            return commands.CloseHall(reason=HallClosing.END_OF_DAY)
        return _during_the_day(hall, office, now, draw)
    if not PREPARES <= at < CLOSES:
        return None
    missing = next(_before_it_opens(hall, office, day, draw), None)
    if missing is None and at >= OPENS:
        return commands.OpenHall(office=office, on=day)
    return missing


def _before_it_opens(
    hall: Hall, office: str, day: date, draw: Random
) -> Iterator[commands.HallCommand]:
    for duty in hall.staff_missing(_KEPT):
        yield commands.CheckStaff(
            office=office,
            on=day,
            duty=StaffDuty(duty),
            present=draw.randint(*_STAFF),
            unmasked=0,
            feverish=0,
        )
    rounds = hall.rounds or ROUNDS.on(day)
    for each in rounds:
        if not hall.done_in(each.area).disinfected:
            agent = draw.choice(list(Disinfectant))
            yield commands.RecordDisinfection(office=office, on=day, area=each.area, agent=agent)


def _during_the_day(hall: Hall, office: str, now: datetime, draw: Random) -> commands.HallCommand:
    due = next(_rounds_due(hall, office, now, draw), None)
    if due is not None and draw.random() < _CLEANS:
        return due
    called = hall.called
    if called and draw.random() > _CALLED:
        return commands.FinishTicket(ticket=called[-1].ticket, served=draw.random() < _CALLED)
    if len(hall.waiting) > 1 and draw.random() < _WAITS:
        return commands.CallTicket(counter=draw.randint(1, _COUNTERS))
    if hall.inside > len(hall.tickets) and draw.random() < _WAITS:
        return commands.IssueTicket(group=draw.choice(sorted(_groups(office))))
    leaves = hall.inside > 0 and draw.random() < _LEAVES
    return commands.RecordVisits(
        lane=uuid5(_SPACE, office), visits=(_tap(hall, office, draw, leaves=leaves),)
    )


def _rounds_due(
    hall: Hall, office: str, now: datetime, draw: Random
) -> Iterator[commands.HallCommand]:
    """The rounds that should have been done by now, if they are spread over the day."""
    local = now.astimezone(OFFICE_ZONE)
    opens, closes = (datetime.combine(local.date(), each, OFFICE_ZONE) for each in (OPENS, CLOSES))
    passed = max((local - opens) / (closes - opens), 0.0)
    for each in hall.rounds:
        had = hall.done_in(each.area)
        if had.cleaned < round(each.cleaning * passed + 0.5):
            result = draw.choice([CleaningResult.CLEAN, CleaningResult.CLEARED])
            yield commands.RecordCleaning(
                office=office, on=local.date(), area=each.area, result=result
            )
        if had.disinfected < round(each.disinfection * passed + 0.5):
            agent = draw.choice(list(Disinfectant))
            yield commands.RecordDisinfection(
                office=office, on=local.date(), area=each.area, agent=agent
            )


def _groups(office: str) -> frozenset[WindowGroup]:
    return DONE_AT[OFFICES[office].kind]


def _tap(hall: Hall, office: str, draw: Random, *, leaves: bool) -> commands.DoorTap:
    number = hall.last_of(uuid5(_SPACE, office)) + 1
    if leaves:
        return commands.DoorTap(number=number, act=VisitAct.LEAVES)
    if draw.random() < _UNMASKED:
        return commands.DoorTap(number=number, masked=False)
    hot = draw.random() < _FEVERISH
    usual = min(max(round(draw.gauss(_USUAL, _SPREAD)), 350), hall.refused_from - 1)
    temperature = hall.refused_from + draw.randrange(12) if hot else usual
    return commands.DoorTap(number=number, temperature=temperature)
