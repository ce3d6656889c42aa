"""Who makes an appointment in the town: when, for what, and for which hour of which day.

Nobody could in February 2020, because every place was closed. So they come once a place gives
seats.
"""

from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import count
from random import Random
from typing import Final, NamedTuple

from cheguan.town.cities import City
from cheguan.town.day_plans import AHEAD, COMES_FOR, days_behind, is_open, place_of, publication
from cheguan.town.lots import Lots
from cheguan.town.mix import BY_APPOINTMENT
from cheguan.town.people import some_city
from domain.calendar import OFFICE_ZONE, local_day, start_of_day
from domain.offices.plan_kind import PlanKind
from domain.services.blocks.appointment.kinds import SlotPeriod
from domain.services.slot import Slot

_FIRST_DAY: Final = date(2020, 3, 2)
_DAYS: Final = 40
_FROM: Final = datetime(2020, 2, 25, tzinfo=OFFICE_ZONE)
"""The announcement counts what was asked for online before."""
_AT_THE_LATEST: Final = timedelta(hours=3)
_MILLISECOND: Final = timedelta(milliseconds=1)
_WANTED: Final = Lots(BY_APPOINTMENT)
_PERIODS: Final = tuple(map(str, SlotPeriod))


class Wish(NamedTuple):
    """Somebody applies at an instant for a seat of ``slot``."""

    at: datetime
    service: str
    city: City
    slot: Slot


@lru_cache(1024)
def wish(seed: int, number: int) -> Wish:
    """The appointment of a number of the story."""
    draw = Random(f"appointment:{seed}:{number}")
    return next(found for _ in count() if (found := _some_day(draw)))


def slot_now(seed: int, number: int, service: str, city: City, now: datetime) -> Slot | None:
    """What a number of the living town asks for, or None if nothing is given in its city."""
    draw, kind = Random(f"appointment:{seed}:{number}"), _kind(service)
    given = [on for on in days_behind(local_day(now), AHEAD) if _is_given(kind, city, on, now)]
    if not given:
        return None
    return Slot(kind, place_of(city, kind), draw.choice(given), draw.choice(_PERIODS))


def _some_day(draw: Random) -> Wish | None:
    service, city = _WANTED.drawn(draw), some_city(draw)
    kind, on = _kind(service), _FIRST_DAY + timedelta(days=draw.randrange(_DAYS))
    slot = Slot(kind, place_of(city, kind), on, draw.choice(_PERIODS))
    plan = publication(kind, slot.place, on)
    if plan is None:
        return None
    first, last = max(plan.gives_from, _FROM), start_of_day(on) - _AT_THE_LATEST
    if first >= last:
        return None
    at = first + draw.randrange((last - first) // _MILLISECOND) * _MILLISECOND
    return Wish(at, service, city, slot) if is_open(kind, slot.place, on, at) else None


def _is_given(kind: PlanKind, city: City, on: date, now: datetime) -> bool:
    place = place_of(city, kind)
    plan = publication(kind, place, on)
    return plan is not None and plan.gives_from <= now and is_open(kind, place, on, now)


def _kind(service: str) -> PlanKind:
    return next(kind for kind, code in COMES_FOR.items() if code == service)
