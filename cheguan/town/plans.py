"""What will become of a case. It is drawn once, from the seed and the case's number.

Days and hours are estimates for February 2020.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from types import MappingProxyType
from typing import Final

from cheguan.town import numbering
from cheguan.town.appointments import slot_now, wish
from cheguan.town.blocks import GREEN
from cheguan.town.cities import CITIES, City
from cheguan.town.courses import course
from cheguan.town.exams import booked_at, city_of_learner
from cheguan.town.fates import Fate, Plan
from cheguan.town.lots import Lots
from cheguan.town.mix import BY_APPOINTMENT, SERVICES
from cheguan.town.pace import EVENINGS
from cheguan.town.people import ZHENGZHOU, some_city
from cheguan.town.visits import Visit, visit, visit_now
from cheguan.town.window_mix import COURSES
from domain.calendar import OFFICE_ZONE, Calendar
from domain.services.catalogue import CATALOGUE, WINDOW_SERVICES

SHARES: Final[Mapping[str, Mapping[Fate, int]]] = MappingProxyType(
    {service: course(CATALOGUE[service].archetype) for service in SERVICES}
)
"""The shares of the fates in thousandths, for each service."""

FIRST_DAY: Final = date(2020, 2, 3)
DAYS: Final = 21
_MORNING: Final = 9
_ONE_VISIT_IN: Final = 8
"""Of so many people who come while the town lives one goes to a window: a guess."""
_WEEKEND, _GROWTH = 0.4, 0.04
_HOURS: Final = Lots(dict(enumerate(EVENINGS)))
_EARLY: Final = Lots(dict(enumerate(EVENINGS[:_MORNING])))
_ASKED_FOR: Final = Lots(SERVICES)
_IN_THE_STORY: Final = Lots({c: share for c, share in SERVICES.items() if c not in BY_APPOINTMENT})
_FATES: Final = {service: Lots(shares) for service, shares in SHARES.items()}
_AT_WINDOWS: Final = {archetype: Lots(fates) for archetype, fates in COURSES.items()}
_NOT_URGENT: Final = {
    service: Lots({fate: share for fate, share in shares.items() if fate not in GREEN})
    for service, shares in SHARES.items()
}


def plan(seed: int, number: int) -> Plan:
    if numbering.at_window(number) or numbering.is_ambulance(number):
        return plan_of_visit(seed, number, visit(seed, number))
    if (learner := numbering.learner(number)) is not None:
        return _plan_of_learner(seed, number, learner)
    draw = Random(f"{seed}:{number}")
    if numbering.by_appointment(number):
        return _plan_of_appointment(seed, number, draw)
    lots = _IN_THE_STORY if number < numbering.LIVE else _ASKED_FOR
    service = numbering.URGENT_SERVICE if numbering.urgent(number) else lots.drawn(draw)
    return Plan(
        seed=seed,
        number=number,
        service=service,
        city=(city := _city(number, draw)),
        fate=_fate(number, service, city, draw),
        owner=f"town-{seed}-{number}",
    )


def _plan_of_appointment(seed: int, number: int, draw: Random) -> Plan:
    made = wish(seed, number)
    return Plan(
        seed=seed,
        number=number,
        service=made.service,
        city=made.city,
        fate=_FATES[made.service].drawn(draw),
        owner=f"town-{seed}-{number}",
        slot=made.slot,
    )


def plan_now(seed: int, number: int, now: datetime) -> Plan:
    """The plan of whoever comes next while the town lives: to a window that is open, or online.

    Whoever wants an appointment asks for a seat that is given by now, if there is any.
    """
    comes = number % _ONE_VISIT_IN == _ONE_VISIT_IN - 1
    found = visit_now(seed, number, now) if comes else None
    if found:
        return plan_of_visit(seed, number, found)
    drawn = plan(seed, number)
    if drawn.service not in BY_APPOINTMENT:
        return drawn
    return replace(drawn, slot=slot_now(seed, number, drawn.service, drawn.city, now))


def plan_of_visit(seed: int, number: int, found: Visit) -> Plan:
    """What will become of a case that is taken in at a window."""
    draw, archetype = Random(f"{seed}:{number}"), WINDOW_SERVICES[found.service].archetype
    granted = numbering.is_ambulance(number)
    return Plan(
        seed=seed,
        number=number,
        service=found.service,
        city=found.city,
        fate=Fate.GREEN_GRANTED if granted else _AT_WINDOWS[archetype].drawn(draw),
        owner=f"town-{seed}-{number}",
        counter=found.counter,
    )


def _plan_of_learner(seed: int, number: int, learner: int) -> Plan:
    return Plan(
        seed=seed,
        number=number,
        service=numbering.LEARNER_SERVICE,
        city=city_of_learner(learner),
        fate=Fate.STRAIGHT,
        owner=f"town-{seed}-{number}",
    )


def _city(number: int, draw: Random) -> City:
    if numbering.in_zhengzhou(number):
        return CITIES[ZHENGZHOU]
    return some_city(draw, not_zhengzhou=numbering.elsewhere(number))


def _fate(number: int, service: str, city: City, draw: Random) -> Fate:
    """The announcement counts all temporary plates of Zhengzhou's green channel."""
    if numbering.urgent(number):
        return Fate.GREEN_GRANTED
    counted = service == numbering.URGENT_SERVICE and city.code == ZHENGZHOU
    told = numbering.of_the_story(number) or (counted and number < numbering.LIVE)
    return (_NOT_URGENT if told else _FATES)[service].drawn(draw)


def applies_at(plan: Plan) -> datetime:
    """The instant of an application: there are fewer at weekends, and more in the evening.

    Whoever comes to a window comes when it is open, and an appointment is made when a place gives
    seats.
    """
    if plan.counter:
        return visit(plan.seed, plan.number).at
    if numbering.by_appointment(plan.number):
        return wish(plan.seed, plan.number).at
    draw = plan.draw("applies")
    if numbering.learner(plan.number) is not None:
        return booked_at(draw.random())
    day = _BY_DAY.drawn(draw)
    hour = (_HOURS if day < DAYS else _EARLY).drawn(draw)
    at = time(hour, draw.randrange(60), draw.randrange(60), draw.randrange(1000) * 1000)
    return datetime.combine(FIRST_DAY + timedelta(days=day), at, OFFICE_ZONE)


def _by_day() -> Mapping[int, float]:
    """The weight of each day. More people apply from week to week; the last day is a morning."""
    calendar = Calendar()
    weights = {
        n: (1 + _GROWTH * n)
        * (1 if calendar.is_working_day(FIRST_DAY + timedelta(days=n)) else _WEEKEND)
        for n in range(DAYS)
    }
    return {**weights, DAYS: (1 + _GROWTH * DAYS) * sum(EVENINGS[:_MORNING]) / sum(EVENINGS)}


_BY_DAY: Final = Lots(_by_day())
