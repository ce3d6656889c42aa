"""Who comes to a window of the town: when, to which one, and what for.

People come from 24 February 2020 on, in the hours of the office. Whoever finds the window closed
for his service is not taken in, so each city has cases of the services that its step opens.
"""

from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from itertools import count
from random import Random
from typing import Final, NamedTuple

from cheguan.town import numbering
from cheguan.town.cities import CITIES, City
from cheguan.town.lots import Lots
from cheguan.town.openings import window_open
from cheguan.town.pace import CLOSES, OPENS
from cheguan.town.people import ZHENGZHOU, some_city
from cheguan.town.window_mix import VISITED_FOR
from domain.calendar import OFFICE_ZONE, Calendar
from domain.offices.business import WindowGroup
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES, SITES
from domain.services.catalogue import WINDOW_SERVICES
from domain.services.window.matter import FormPart
from domain.services.window.table import ROWS

FIRST_DAY: Final = date(2020, 2, 24)
DAYS: Final = 47
"""Up to Friday 10 April, when the cities of class two have taken all steps."""
AMBULANCES_FROM: Final = date(2020, 2, 3)
_AMBULANCE_DAYS: Final = 21
"""The announcement of 23 February counts the ambulances of the epidemic up to that day."""
_WANTED: Final = Lots(VISITED_FOR)
_TRIES: Final = 40
_OUTLETS: Final = frozenset({OfficeKind.BRANCH, OfficeKind.SERVICE_STATION})
_BEYOND: Final = 0.3
"""So many of those who come go to a branch or a station, if their city has one: a guess."""
_MILLISECOND: Final = timedelta(milliseconds=1)
_CALENDAR: Final = Calendar()


class Visit(NamedTuple):
    """Somebody comes to the office ``counter`` at an instant."""

    at: datetime
    service: str
    city: City
    counter: str


@lru_cache(1024)
def visit(seed: int, number: int) -> Visit:
    """The visit of a number of the story."""
    draw = Random(f"visit:{seed}:{number}")
    if numbering.is_ambulance(number):
        at = _in_the_day(draw, AMBULANCES_FROM + timedelta(days=draw.randrange(_AMBULANCE_DAYS)))
        return Visit(at, numbering.AMBULANCE_SERVICE, CITIES[ZHENGZHOU], ZHENGZHOU)
    return next(found for _ in count() if (found := _some_day(draw)))


def visit_now(seed: int, number: int, now: datetime) -> Visit | None:
    """The visit of a number of the living town, or None if no window is open for it."""
    draw = Random(f"visit:{seed}:{number}")
    if not _CALENDAR.is_at_work(now):
        return None
    day = now.astimezone(OFFICE_ZONE).date()
    found = (_at_an_open_window(draw, now, day) for _ in range(_TRIES))
    return next((each for each in found if each), None)


def _some_day(draw: Random) -> Visit | None:
    day = FIRST_DAY + timedelta(days=draw.randrange(DAYS))
    at = _in_the_day(draw, day)
    return _at_an_open_window(draw, at, day) if _CALENDAR.is_at_work(at) else None


def _in_the_day(draw: Random, day: date) -> datetime:
    """An instant of whole milliseconds in the hours of the office."""
    opens, closes = (datetime.combine(day, hour, OFFICE_ZONE) for hour in (OPENS, CLOSES))
    return opens + draw.randrange((closes - opens) // _MILLISECOND) * _MILLISECOND


def _at_an_open_window(draw: Random, at: datetime, day: date) -> Visit | None:
    """A person with something to do, if a window of his city does it on the day.

    The result of an examination is entered at the vehicle office, and judged by the site. So is
    the report of a station.
    """
    city, service = some_city(draw), _WANTED.drawn(draw)
    if WINDOW_SERVICES[service].window is WindowGroup.EXAM:
        counter, place = city.code, exam_site(city)
    elif FormPart.REPORT in ROWS[service].matter.parts:
        counter, place = city.code, station(city)
    else:
        counter = place = _counter(draw, city)
    return Visit(at, service, city, counter) if window_open(place, service, day) else None


def _counter(draw: Random, city: City) -> str:
    """The vehicle office, or one of its branches and stations."""
    outlets = _outlets(city.code)
    return draw.choice(outlets) if outlets and draw.random() < _BEYOND else city.code


@cache
def _outlets(region: str) -> list[str]:
    every = OFFICES.values()
    return [each.id for each in every if each.region_code == region and each.kind in _OUTLETS]


def exam_site(city: City) -> str:
    """Where the drivers of a city are examined."""
    return _site(city, OfficeKind.EXAM_SITE)


def station(city: City) -> str:
    """Where the vehicles of a city are inspected."""
    return _site(city, OfficeKind.INSPECTION_STATION)


def _site(city: City, wanted: OfficeKind) -> str:
    return next(f"{city.code}.{label}" for label, kind, _ in SITES if kind is wanted)
