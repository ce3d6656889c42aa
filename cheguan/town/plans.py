"""What will become of a case. It is drawn once, from the seed and the case's number.

The weights are estimates for February 2020, when most cases went through.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from random import Random
from types import MappingProxyType
from typing import Final

from cheguan.town.cities import City
from cheguan.town.pace import EVENINGS
from cheguan.town.people import some_city
from domain.calendar import OFFICE_ZONE, Calendar


class Fate(StrEnum):
    STRAIGHT = "straight"
    UNPAID = "unpaid"
    PAID_AT_SECOND_TRY = "paid_at_second_try"
    CORRECTED = "corrected"
    NEVER_CORRECTED = "never_corrected"
    NOT_ACCEPTED = "not_accepted"
    REFUSED = "refused"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    WITHDRAWAL_GRANTED = "withdrawal_granted"
    WITHDRAWAL_DENIED = "withdrawal_denied"
    ON_SITE = "on_site"
    OVERRIDDEN = "overridden"
    REPOSTED = "reposted"
    REPOSTED_TWICE = "reposted_twice"
    NEVER_FETCHED = "never_fetched"
    AREA_CLOSED = "area_closed"
    COLLECTED = "collected"
    NEVER_COLLECTED = "never_collected"
    GREEN_GRANTED = "green_granted"
    GREEN_DENIED = "green_denied"
    TRANSFERRED = "transferred"
    HELD = "held"
    DEEMED_ACCEPTED = "deemed_accepted"


def _shares(table: str) -> Mapping[Fate, int]:
    words = table.split()
    return MappingProxyType(
        {Fate(fate): int(share) for fate, share in zip(words[::2], words[1::2], strict=True)}
    )


SHARES: Final[Mapping[str, Mapping[Fate, int]]] = MappingProxyType(
    {
        "plate_reissue": _shares(
            "straight 560 unpaid 45 paid_at_second_try 35 corrected 60 never_corrected 12 "
            "not_accepted 15 refused 20 reopened 8 withdrawn 20 withdrawal_granted 8 "
            "withdrawal_denied 6 on_site 10 overridden 8 reposted 55 reposted_twice 10 "
            "never_fetched 8 area_closed 25 collected 40 never_collected 8 green_granted 8 "
            "green_denied 6 transferred 12 held 8 deemed_accepted 13"
        ),
        "vehicle_contact_change": _shares("straight 955 refused 45"),
        "renewal_deferral": _shares(
            "straight 800 corrected 60 never_corrected 10 not_accepted 25 refused 35 reopened 8 "
            "withdrawn 20 withdrawal_granted 6 withdrawal_denied 4 on_site 6 overridden 6 held 8 "
            "deemed_accepted 12"
        ),
    }
)
"""The shares of the plans in thousandths, for each service."""

SERVICES: Final[Mapping[str, int]] = MappingProxyType(
    {"plate_reissue": 38, "vehicle_contact_change": 42, "renewal_deferral": 20}
)
FIRST_DAY: Final = date(2020, 2, 3)
DAYS: Final = 21
_MORNING: Final = 9
_WEEKEND, _GROWTH = 0.4, 0.04


@dataclass(frozen=True, slots=True)
class Plan:
    """Of which service a case is, where, and how it goes. ``owner`` is who applied."""

    seed: int
    number: int
    service: str
    city: City
    fate: Fate
    owner: str

    def draw(self, purpose: object) -> Random:
        """Chance for this case alone. It is the same each time it is asked for a purpose."""
        return Random(f"{self.seed}:{self.number}:{purpose}")


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
