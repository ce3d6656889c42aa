"""What will become of a case. It is drawn once, from the seed and the case's number.

Days and hours are estimates for February 2020.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from random import Random
from types import MappingProxyType
from typing import Final

from cheguan.town.courses import COURSES
from cheguan.town.customs import CUSTOMS
from cheguan.town.fates import Fate, Plan
from cheguan.town.mix import SERVICES
from cheguan.town.pace import EVENINGS
from cheguan.town.people import some_city
from domain.calendar import OFFICE_ZONE, Calendar
from domain.services.catalogue import CATALOGUE

SHARES: Final[Mapping[str, Mapping[Fate, int]]] = MappingProxyType(
    {
        service: custom.fates or COURSES[CATALOGUE[service].archetype]
        for service, custom in CUSTOMS.items()
    }
)
"""The shares of the fates in thousandths, for each service."""

FIRST_DAY: Final = date(2020, 2, 3)
DAYS: Final = 21
_MORNING: Final = 9
_WEEKEND, _GROWTH = 0.4, 0.04


def plan(seed: int, number: int) -> Plan:
    draw = Random(f"{seed}:{number}")
    service = draw.choices(list(SERVICES), list(SERVICES.values()))[0]
    shares = SHARES[service]
    return Plan(
        seed=seed,
        number=number,
        service=service,
        city=some_city(draw),
        fate=draw.choices(list(shares), list(shares.values()))[0],
        owner=f"town-{seed}-{number}",
    )


def applies_at(plan: Plan) -> datetime:
    """The instant of an application: there are fewer at weekends, and more in the evening."""
    draw = plan.draw("applies")
    day = FIRST_DAY + timedelta(days=draw.choices(range(DAYS + 1), _BY_DAY)[0])
    hours = range(24) if day < FIRST_DAY + timedelta(days=DAYS) else range(_MORNING)
    hour = draw.choices(hours, EVENINGS[: len(hours)])[0]
    at = time(hour, draw.randrange(60), draw.randrange(60), draw.randrange(1000) * 1000)
    return datetime.combine(day, at, OFFICE_ZONE)


def _by_day() -> list[float]:
    """The weight of each day. More people apply from week to week; the last day is a morning."""
    calendar = Calendar()
    weights = [
        (1 + _GROWTH * n)
        * (1 if calendar.is_working_day(FIRST_DAY + timedelta(days=n)) else _WEEKEND)
        for n in range(DAYS)
    ]
    whole_day = sum(EVENINGS)
    return [*weights, (1 + _GROWTH * DAYS) * sum(EVENINGS[:_MORNING]) / whole_day]


_BY_DAY: Final = _by_day()
