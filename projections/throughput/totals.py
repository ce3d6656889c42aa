"""Sums of the figures over regions and spans of days, for whoever looks at the province.

They have neither office nor channel nor priority, so there are few of them. A period of any length
is the sum of a few spans. So a page costs the same with a hundred million cases.
"""

from collections import defaultdict
from datetime import date
from functools import cache
from typing import Any, Final

import msgspec

from domain.offices.tree import OFFICES
from projections.engine.projection import Figures
from projections.throughput.plain import plain
from projections.throughput.spans import spans_of

_OfADay = tuple[date, str, str, str]
"""A day, a measure, a region, a service."""


BY_BOTH: Final = "region_and_service"
BY_REGION: Final = "region"
BY_SERVICE: Final = "service"
ALL: Final = ""
"""Stands for the region or the service in a sum over all of them."""


class Total(msgspec.Struct, frozen=True):
    """The key of one sum, over so many ``days`` from ``first`` on.

    ``by`` says what it is told by. The sums of all services and of the whole province stand in
    rows of their own, because a question reads them without the many that they are made of.
    """

    by: str
    days: int
    first: date
    measure: str
    region: str
    service: str


def totals(figures: Figures) -> Figures:
    """The same figures with fewer dimensions. Each is added up before it is spread over spans."""
    both: dict[_OfADay, int] = defaultdict(int)
    for (day, office, service, channel, _, measure), value in figures.items():
        region = region_of(office)
        for name, sign in plain(measure, channel):
            both[day, name, region, service] += sign * value
    of_regions: dict[_OfADay, int] = defaultdict(int)
    of_services: dict[_OfADay, int] = defaultdict(int)
    for (day, name, region, service), value in both.items():
        of_regions[day, name, region, ALL] += value
        of_services[day, name, ALL, service] += value
    sums: dict[tuple[Any, ...], int] = defaultdict(int)
    for by, found in ((BY_BOTH, both), (BY_REGION, of_regions), (BY_SERVICE, of_services)):
        for (day, *rest), value in found.items():
            for days, first in spans_of(day):
                sums[by, days, first, *rest] += value
    return sums


@cache
def region_of(office: str) -> str:
    """The region of an office. One that no list knows any more counts for itself."""
    return OFFICES[office].region_code if office in OFFICES else office
